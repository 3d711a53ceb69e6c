import ListMarkdown
import ListModel
import Testing

struct PageReaderTests {
  @Test(arguments: [
    ([], PageError.empty),
    (Array(" \r\n\t\n".utf8), .empty),
    ([0xEF, 0xBB, 0xBF], .empty),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 1, 2, 3, 4, 5], .notText),
    (
      Array("# Awesome List Updates on Feb 11, 2022\n\n13 lists.\n".utf8), .calendar("Feb 11, 2022")
    ),
  ])
  func aFileThatIsNotAListPageIsRefused(bytes: [UInt8], error: PageError) {
    #expect(throws: error) { try PageReader.read(bytes, path: nil) }
    #expect(error.description.contains(": give "))
  }

  @Test func aFileThatIsTooLargeIsRefused() {
    let bytes = [UInt8](repeating: 0x61, count: 16 << 20 | 1)
    #expect(throws: PageError.tooLarge(bytes.count)) { try PageReader.read(bytes, path: nil) }
    #expect(PageError.tooLarge(bytes.count).description.contains(": give "))
  }

  @Test(arguments: [
    ("/x/track/content/SE-ML/awesome-seml/week/README.md", "SE-ML/awesome-seml"),
    ("content/a/b/books/c/readme/README.md", "a/b/books/c"),
    ("content/matiassingers/awesome-readme/README.md", "matiassingers/awesome-readme"),
    ("content/a/readme/README.md", "a/readme"),
    ("awesome-go/README.md", "awesome-go"),
    ("README.md", "README"),
    ("lists/mine.md", "mine"),
    ("../README.md", "README"),
    ("content/2022/02/11/README.md", "11"),
  ])
  func aPageThatDoesNotNameItsListIsNamedByItsPath(path: String, id: String) throws {
    let page = try PageReader.read(Array("* [a](https://a.org)".utf8), path: path)
    #expect(page.list.id == ListID(id))
  }

  @Test func aWeekIsThatOfItsLinkAndNotTheOneShown() throws {
    let text =
      "# Track A Updates Weekly\n\n## [Feb 17 - Feb 23, 2020](/content/2020/7/README.md)\n\n* [a](https://a.org)\n"
    let page = try PageReader.read(Array(text.utf8), path: nil)
    #expect(page.kind == .weekly)
    #expect(page.entries.map(\.added) == [Day(year: 2020, month: 2, day: 10)])
  }

  @Test(arguments: 0...0x7F)
  func anyCharacterMayStandAnywhere(byte: UInt8) throws {
    let page = try PageReader.read(
      Array("## T\n\n* [a".utf8) + [byte] + Array("b](u) c".utf8), path: nil)
    #expect(page.entries.count >= 1)
  }
}
