import Foundation
import HostilePages
import ListMarkdown

/// Times each family of hostile Markdown at two sizes, to show that the cost grows as the size.
struct HostileTimes {
  /// How often a pattern is in the smaller page; the larger has four times as many.
  let size = 20_000

  /// Prints a line a family; false if one takes longer than half a second, or grows by more than
  /// six from one size to the next.
  func run() -> Bool {
    var isGood = true
    for page in HostilePage.all {
      let (small, large) = (best(page.make(size)), best(page.make(4 * size)))
      // A few milliseconds say nothing about the growth.
      let isSlow = small > 0.5 || large > 0.02 && large / small > 6
      isGood = isGood && !isSlow
      print(
        String(format: "%8.1f ms %8.1f ms %6.1f", small * 1e3, large * 1e3, large / small),
        isSlow ? "SLOW" : "    ", page.name)
    }
    return isGood
  }

  /// Prints a line a family for a page of 16 MiB; false if one takes longer than two seconds.
  func runLargest() -> Bool {
    var isGood = true
    for page in HostilePage.all {
      var bytes: [UInt8] = []
      let pattern = page.make(size)
      while bytes.count + pattern.count + 1 <= 16 << 20 { bytes += pattern + [0x0A] }
      let taken = seconds(bytes)
      isGood = isGood && taken <= 2
      print(String(format: "%8.1f ms", taken * 1e3), taken > 2 ? "SLOW" : "    ", page.name)
    }
    return isGood
  }

  private func best(_ bytes: [UInt8]) -> Double {
    (0..<3).map { _ in seconds(bytes) }.min() ?? 0
  }

  private func seconds(_ bytes: [UInt8]) -> Double {
    processorSeconds { _ = try? PageReader.read(bytes, path: nil) }
  }
}
