import ListMarkdown
import ListModel
import TestSupport
import Testing

/// Properties of every published page.
@Suite(.enabled(if: RealData.isThere, Comment(rawValue: RealData.reason)))
struct RealPageTests {
  @Test func everyPageOfAListIsReadAndNoBulletWithALinkIsLost() throws {
    var kinds: [PageKind: Int] = [:]
    var bullets = 0
    for path in PublishedPages.paths() {
      let bytes = PublishedPages.bytes("track/content/" + path)
      let page = try PageReader.read(bytes, path: path)
      kinds[page.kind, default: 0] += 1
      if page.entries.count < 40 {
        #expect(try packedEntries(bytes, path: path) == page.entries, "\(path)")
      }
      #expect(path.hasPrefix(page.list.id.path + "/"))
      #expect(!page.list.title.isEmpty && page.list.source != nil, "\(path)")
      #expect(page.entries.allSatisfy { ($0.added == nil) == (page.kind == .overview) }, "\(path)")
      #expect(!page.issues.contains { $0.message.contains("repaired") }, "\(path)")
      if page.kind != .overview { bullets += checkBullets(of: bytes, page: page, path: path) }
    }
    #expect(kinds == [.daily: 470, .weekly: 50, .overview: 50])
    #expect(bullets == 116_500)
  }

  /// Each bullet with a link begins an entry or is reported; how many there are.
  private func checkBullets(of bytes: [UInt8], page: ParsedPage, path: String) -> Int {
    let accounted = Set(page.lines).union(page.issues.map(\.line))
    var bullets = 0
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where isBulletWithLink(line) {
      bullets += 1
      #expect(accounted.contains(number + 1), "\(path):\(number + 1)")
    }
    return bullets
  }

  @Test func theMojibakePageHasTheEntriesOfTheCleanOne() throws {
    let misread = try PublishedPages.page("seed-page.md")
    let clean = try PublishedPages.page("track/content/SE-ML/awesome-seml/README.md")
    #expect(misread.entries == clean.entries && misread.lines == clean.lines)
    #expect(misread.list == clean.list)
    #expect(
      misread.issues == [
        ParseIssue(
          line: 5, message: "UTF-8 had been read as Mac Roman: 64 places were repaired")
      ])
    #expect(clean.entries.count == 84 && clean.issues.isEmpty)
    #expect(Set(clean.entries.map(\.added)).count == 29)
    #expect(Set(clean.entries.map(\.category)).count == 7)
    #expect(clean.list.id == ListID("SE-ML/awesome-seml"))
  }

  @Test(arguments: [
    ("README.md", PageError.home),
    ("content/week/README.md", .home),
    ("content/2022/02/11/README.md", .calendar("Feb 11, 2022")),
    ("content/2022/6/README.md", .calendar("Feb 07 - Feb 13, 2022")),
  ])
  func aPageOfAllListsIsRefused(path: String, error: PageError) {
    #expect(throws: error) { try PublishedPages.page("track/" + path) }
  }

  @Test func aListDeeperInARepositoryHasItsPathAsIdentity() throws {
    let name = "EbookFoundation/free-programming-books/books/free-programming-books-subjects"
    let page = try PublishedPages.page("track/content/\(name)/readme/README.md")
    #expect(page.list.id == ListID(name))
    #expect(page.list.title == "Free Programming Books (English, By Subjects)")
  }

  @Test func aWeeklyPagePutsEntriesInTheWeekOfTheirDay() throws {
    let daily = try PublishedPages.page("track/content/SE-ML/awesome-seml/README.md")
    let weekly = try PublishedPages.page("track/content/SE-ML/awesome-seml/week/README.md")
    #expect(weekly.kind == .weekly && weekly.entries.count == 84)
    let weeks = Set(daily.entries.compactMap(\.added).map { ISOWeek(of: $0) })
    #expect(Set(weekly.entries.compactMap(\.added)) == Set(weeks.map(\.days.lowerBound)))
  }
}

private func isBulletWithLink(_ line: ArraySlice<UInt8>) -> Bool {
  guard line.starts(with: "*   ".utf8) else { return false }
  let marks = Array("](://<a ".utf8)
  return zip(line, line.dropFirst()).contains { pair in
    pair == (marks[0], marks[1]) || pair == (marks[3], marks[4]) || pair == (marks[5], marks[6])
  }
}
