import ListMarkdown
import ListModel
import Testing

/// What is cut is told, and what comes before and behind it is read.
struct BoundsTests {
  @Test(arguments: [
    ("[a](b) ", 3_000, "more than 1000 times the same markup"),
    ("x", 70_000, "the line is longer than 65536 bytes and was cut"),
    ("- ", 40, "nested more than 32 deep"),
    ("* \(String(repeating: "y", count: 100))\n  ", 25_000, "goes on for too long"),
  ])
  func whatIsOverTheBoundsIsTold(pattern: String, times: Int, message: String) throws {
    let text = String(repeating: pattern, count: times)
    let page = try PageReader.read(
      Array("* [first](https://f.org)\n\n# A\n\n\(text)x\n\n# B\n\n* [last](https://l.org)\n".utf8),
      path: nil)
    #expect(page.entries.first?.title == "first" && page.entries.last?.title == "last")
    #expect(page.issues.contains { $0.line >= 5 && $0.message.contains(message) })
  }

  @Test func tooManyEntriesAreCut() throws {
    let page = try PageReader.read(
      Array(String(repeating: "* [a](b)\n", count: 100_001).utf8), path: nil)
    #expect(page.entries.count == 100_000)
    #expect(page.issues.map(\.line) == [100_001])
  }
}
