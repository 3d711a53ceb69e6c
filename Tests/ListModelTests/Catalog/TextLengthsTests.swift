import ListModel
import Testing

struct TextLengthsTests {
  private func lengths(_ ends: [UInt32], total: Int, asking lengths: [Int]) -> [Int] {
    ends.withUnsafeBytes { bytes in
      let limits = TextLengths(endingAt: bytes, total: total)
      return lengths.map(limits.limit)
    }
  }

  @Test func aLongTextOfAWholeColumnIsWhole() {
    #expect(lengths([0, 1, 100_000, 100_001], total: 100_001, asking: [99_999]) == [99_999])
  }

  @Test func aTextNeverClaimsAllOfADamagedColumn() {
    // Each second of 1,000 texts claims all bytes.
    let ends: [UInt32] = (0...1_000).map { $0 % 2 == 0 ? 0 : 100_000 }
    #expect(
      lengths(ends, total: 100_000, asking: [100_000, -100_000, 12]) == [1_600 + 256, 0, 12])
  }
}
