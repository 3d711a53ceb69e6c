import TestSupport
import Testing

struct ManualTests {
  @Test func theManPageIsWhatTheCommandsSay() throws {
    let text = try AwlHome().output("$awl manual")
    try #require(text.hasPrefix(".TH AWL 1") && text.hasSuffix("status 0\n"))
    expectSnapshot(String(text.dropLast("status 0\n".count)), at: "docs/awl.1")
    for word in [
      ".SS awl browse\n", ".SS awl pick\n", ".SS awl follow", ".SS awl history", "\\-\\-since",
      ".B gg, Home", "EXIT STATUS",
    ] {
      #expect(text.contains(word), "no \(word)")
    }
  }

  @Test func noLineOfTheManPageIsARequestThatRoffDoesNotKnow() throws {
    let known = [".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".I", ".br", ".nf", ".fi"]
    for line in try AwlHome().output("$awl manual").split(separator: "\n") {
      #expect(!line.hasPrefix("'"))
      guard line.hasPrefix(".") else { continue }
      #expect(known.contains(String(line.prefix { $0 != " " })), "\(line)")
    }
  }
}
