import Testing

@testable import Parameters

@Suite struct NearestNameTests {
  /// Distances worked out by hand.
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("kitten", "sitting", 3), ("form", "from", 1), ("ca", "abc", 3),
    ("values", "value", 1),
  ])
  func distances(_ a: String, _ b: String, _ distance: Int) {
    #expect(editDistance(Array(a), Array(b)) == distance)
    #expect(editDistance(Array(b), Array(a)) == distance)
  }

  @Test func aNearNameIsFoundAndAFarOneIsNot() {
    #expect(nearestName(to: "lable", among: ["id", "label", "unit"]) == "label")
    #expect(nearestName(to: "GBP/Week", among: ["GBP/week", "GBP/year"]) == "GBP/week")
    #expect(nearestName(to: "zebra", among: ["id", "label", "unit"]) == nil)
    #expect(nearestName(to: "x", among: []) == nil)
    #expect(nearestName(to: "ab", among: ["ac", "ad"]) == "ac")
  }

  /// Digests published in FIPS 180-4's examples.
  @Test func digestsAreThePublishedOnes() {
    #expect(
      sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      sha256(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
