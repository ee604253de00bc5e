import CLibcrypto

/// The SHA-256 digest of bytes, as 64 lower-case hexadecimal digits [FIPS180-4].
public func sha256(_ bytes: [UInt8]) -> String {
  var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
  let isWritten = carecast_sha256(bytes, bytes.count, &digest) == 1
  precondition(isWritten, "libcrypto gave no digest of \(bytes.count) bytes")
  return lowerCaseHexadecimal(digest)
}

/// The SHA-256 digest of bytes that come in parts; that of the parts joined.
public struct RunningDigest {
  private var state = SHA256_CTX()

  /// The digest of nothing yet.
  public init() {
    let isBegun = carecast_sha256_begin(&state) == 1
    precondition(isBegun, "libcrypto began no digest")
  }

  /// Adds bytes.
  public mutating func append(_ bytes: ArraySlice<UInt8>) {
    let isAdded = bytes.withUnsafeBytes {
      carecast_sha256_add(&state, $0.baseAddress, $0.count) == 1
    }
    precondition(isAdded, "libcrypto took no \(bytes.count) bytes")
  }

  /// The digest of the bytes so far, as 64 lower-case hexadecimal digits.
  public var hexadecimal: String {
    var copy = state
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    let isWritten = carecast_sha256_end(&copy, &digest) == 1
    precondition(isWritten, "libcrypto gave no digest")
    return lowerCaseHexadecimal(digest)
  }
}

private func lowerCaseHexadecimal(_ digest: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
