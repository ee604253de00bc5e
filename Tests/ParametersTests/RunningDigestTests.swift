import Parameters
import Testing

/// The digest of parts is that of the parts joined.
@Suite struct RunningDigestTests {
  @Test(arguments: [0, 1, 63, 64, 65, 1_000])
  func partsAreAsTheWhole(size: Int) {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    for cut in Set([0, size / 3, size]) {
      var digest = RunningDigest()
      digest.append(bytes[..<cut])
      digest.append(bytes[cut...])
      #expect(digest.hexadecimal == sha256(bytes))
    }
  }

  /// The digest can be asked for between parts.
  @Test func askingChangesNothing() {
    var digest = RunningDigest()
    #expect(digest.hexadecimal == sha256([]))
    digest.append([97, 98][...])
    #expect(digest.hexadecimal == sha256([97, 98]))
    digest.append([99][...])
    #expect(
      digest.hexadecimal == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
