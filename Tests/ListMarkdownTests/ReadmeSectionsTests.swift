import ListMarkdown
import ListModel
import TestSupport
import Testing

struct ReadmeSectionsTests {
  @Test func aReadmeIsCutAtItsHeadings() throws {
    let readme = try ReadmeSections(
      Array(
        "# List\n\nAbout.\n\nTools\n-----\n\n* [a](https://a.org)\n## Go\n* [b](https://b.org)".utf8
      ))
    #expect(readme.sections.map(\.firstLine) == [1, 5, 9])
    #expect(readme.sections.map { readme.bytes[$0.range].count } == [16, 34, 26])
  }

  @Test func aSectionIsReadBelowTheHeadingsBeforeIt() throws {
    let text =
      "# List\n\n## Tools\n\n### Go\n\n* [a][a]\n\n### Swift\n\n* [b](https://b.org)\n\n[a]: https://a.org\n"
    let readme = try ReadmeSections(Array(text.utf8))
    var place = ReadmePlace()
    for section in readme.sections.prefix(2) { place = readme.read(section, at: place).placeAfter }
    let fragment = readme.read(readme.sections[2], at: place)
    #expect(fragment.entries.map(\.url) == ["https://a.org"])
    #expect(fragment.entries.map(\.category.headings) == [["Tools", "Go"]])
    #expect(fragment.lines == [3] && readme.sections[2].firstLine == 5)
    #expect(fragment.placeAfter.path.category.headings == ["Tools", "Go"])
  }

  @Test(.enabled(if: RealData.isThere, Comment(rawValue: RealData.reason)))
  func allSectionsTogetherAreTheWhole() throws {
    for path in PublishedPages.paths() where path.hasSuffix("/readme/README.md") {
      let bytes = PublishedPages.bytes("track/content/" + path)
      let text = bytes.split(separator: Array("\n---\n".utf8), maxSplits: 1).last ?? []
      let whole = try PageReader.read(Array(text), path: path)
      let readme = try ReadmeSections(Array(text))
      var place = ReadmePlace()
      var entries: [Entry] = []
      var lines: [Int] = []
      for section in readme.sections {
        let fragment = readme.read(section, at: place)
        entries += fragment.entries
        lines += fragment.lines.map { $0 + section.firstLine - 1 }
        place = fragment.placeAfter
      }
      let differing = zip(entries, whole.entries).first { $0 != $1 }
      #expect(
        entries == whole.entries && lines == whole.lines, "\(path) \(String(describing: differing))"
      )
    }
  }
}
