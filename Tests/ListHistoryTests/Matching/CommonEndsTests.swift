import Testing

@testable import ListHistory

struct CommonEndsTests {
  @Test(arguments: [
    ("", "", 0, 0), ("", "a", 0, 0), ("abc", "abc", 3, 0), ("abc", "axc", 1, 1),
    ("aa", "aaa", 2, 0), ("abab", "ab", 2, 0), ("xyz", "abc", 0, 0), ("abcd", "bcd", 0, 3),
  ])
  func theEndsNeverOverlap(old: String, new: String, head: Int, tail: Int) {
    let found = ends(Array(old.utf8), Array(new.utf8))
    #expect(found.head == head && found.tail == tail)
  }

  @Test(arguments: [0, 1, 4_095, 4_096, 16_383, 16_384, 16_385, 99_999])
  func oneByteIsFoundInALongText(place: Int) {
    let old = [UInt8](repeating: 1, count: 100_000)
    var new = old
    new[place] = 2
    let found = ends(old, new)
    #expect(found.head == place && found.tail == 99_999 - place)
  }

  private func ends(_ old: [UInt8], _ new: [UInt8]) -> CommonEnds {
    old.withUnsafeBufferPointer { old in
      new.withUnsafeBufferPointer { CommonEnds(old, $0) }
    }
  }
}
