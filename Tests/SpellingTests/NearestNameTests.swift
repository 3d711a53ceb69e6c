import Spelling
import TestSupport
import Testing

struct NearestNameTests {
  private let names = ["theme", "scroll-off", "mouse", "keys"]

  @Test(arguments: [
    ("teme", "theme"), ("themes", "theme"), ("htmee", "theme"), ("Mouse", "mouse"),
    ("scrol-of", "scroll-off"), ("kesy", "keys"),
  ])
  func aSlipOrTwoAreForgiven(word: String, name: String) {
    #expect(nearestName(to: word, among: names) == name)
  }

  @Test(arguments: ["", "k", "kay", "house-boat", String(repeating: "theme", count: 10)])
  func anotherWordHasNoNearestName(word: String) {
    #expect(nearestName(to: word, among: names) == nil)
  }

  /// Random texts of few letters against the definition of the distance, which needs no table.
  @Test func theDistanceIsThatOfItsDefinition() {
    func distance(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
      guard let one = left.last, let other = right.last else { return left.count + right.count }
      let (shorter, narrower) = (left.dropLast(), right.dropLast())
      var least = min(
        distance(shorter, right) + 1, distance(left, narrower) + 1,
        distance(shorter, narrower) + (one == other ? 0 : 1))
      if one == narrower.last, other == shorter.last {
        least = min(least, distance(shorter.dropLast(), narrower.dropLast()) + 1)
      }
      return least
    }
    var chance = SeededGenerator(seed: 21)
    for _ in 0..<300 {
      let texts = (0..<2).map { _ in
        (0..<chance.next(below: 6)).map { _ in UInt8(ascii: "a") + UInt8(chance.next(below: 3)) }
      }
      let expected = distance(texts[0][...], texts[1][...])
      #expect(editDistance(texts[0], texts[1]) == expected, "\(texts)")
    }
  }
}
