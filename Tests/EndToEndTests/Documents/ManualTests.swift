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

  @Test(arguments: ["awl.5", "awl-query.7"])
  func theOtherPagesAreWhatTheProgramSays(page: String) throws {
    let text = try AwlHome().output("$awl manual \(page)")
    try #require(text.hasPrefix(".TH AWL") && text.hasSuffix("status 0\n"))
    expectSnapshot(String(text.dropLast("status 0\n".count)), at: "docs/\(page)")
  }

  @Test func theGrammarIsThatOfTheDocument() throws {
    let home = try AwlHome()
    let document = text(projectFile("docs/filtering.md"))
    let grammar = document.split(separator: "\n").filter { $0.hasPrefix("    ") }
    let page = try home.output("$awl manual awl-query.7").replacing("\\-", with: "-")
      .replacing("\\&", with: "").replacing("\\e", with: "\\")
    try #require(!grammar.isEmpty)
    for line in grammar { #expect(page.contains(line.dropFirst(4)), "\(line)") }
  }

  @Test func theHelpOfEachCommandHasTwoExamples() throws {
    let home = try AwlHome()
    var paths = [[String]]()
    for line in text(projectFile("docs/awl.1")).split(separator: "\n") {
      if line.hasPrefix(".SS awl ") { paths.append([String(line.dropFirst(".SS awl ".count))]) }
    }
    try #require(paths.count > 15)
    let bookmarks = ["list", "add", "remove", "import", "export", "undo", "restore"]
    paths += [[]] + bookmarks.map { ["bookmarks", $0] }
    for path in paths {
      let help = try home.output("$awl \(path.joined(separator: " ")) --help")
      let discussion = help.split(separator: "USAGE:")[0].split(separator: "\n")
      let examples = discussion.filter { $0.hasPrefix("  ") && $0.contains("awl") }
      #expect(examples.count >= 2, "awl \(path.joined(separator: " ")) --help: \(help)")
    }
  }

  @Test func theVersionIsPrintedWithoutTheParserAsWithIt() throws {
    let home = try AwlHome()
    let version = try home.output("$awl --version")
    #expect(version.hasPrefix("awl 0.") && version.hasSuffix("status 0\n"))
    #expect(try home.output("$awl entries --version") == version)
    #expect(try home.output("$awl --version >&- 2>/dev/null") == "status 5\n")
  }

  @Test(arguments: ["awl.1", "awl.5", "awl-query.7"])
  func noLineOfAManPageIsARequestThatRoffDoesNotKnow(page: String) throws {
    let known = [".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".BR", ".I", ".br", ".nf", ".fi"]
    for line in try AwlHome().output("$awl manual \(page)").split(separator: "\n") {
      #expect(!line.hasPrefix("'"))
      guard line.hasPrefix(".") else { continue }
      #expect(known.contains(String(line.prefix { $0 != " " })), "\(line)")
    }
  }
}
