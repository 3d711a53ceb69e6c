import BookmarkFormats
import ListModel
import Testing

/// Files that were made to exhaust whoever reads them.
struct HostileFileTests {
  private func read(_ file: String, as format: BookmarkFormat) -> String {
    do {
      let imported = try format.read(Array(file.utf8), now: now)
      return "\(imported.bookmarks.count) bookmarks, \(imported.refused.count) refused"
    } catch {
      return "\(error)"
    }
  }

  @Test func entitiesAreNotExpanded() {
    var bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE xbel [<!ENTITY a \"aaaaaaaaaa\">\n"
    for (name, part) in zip("bcdefghij", "abcdefghi") {
      bomb += "<!ENTITY \(name) \"\(String(repeating: "&\(part);", count: 10))\">\n"
    }
    bomb += "]>\n<xbel><bookmark href=\"https://example.org\"><title>&j;</title></bookmark></xbel>"
    #expect(read(bomb, as: .xbel) == "the file declares entities")
    let outside = """
      <!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]>
      <opml><body><outline text="&x;" url="https://example.org"/></body></opml>
      """
    #expect(read(outside, as: .opml) == "the file declares entities")
  }

  @Test func nothingOutsideTheFileIsLookedUp() {
    let file = """
      <?xml version="1.0"?>
      <?oasis-xml-catalog catalog="file:///etc/xml/catalog"?>
      <!DOCTYPE xbel PUBLIC "+//IDN python.org//DTD XBEL//EN" "http://127.0.0.1:9/xbel.dtd" [
        <!ELEMENT xbel (folder | bookmark)*>
        <!ELEMENT bookmark (title?, info?, desc?)>
        <!ATTLIST bookmark href CDATA #REQUIRED>
        <!NOTATION gif SYSTEM "gif">
      ]>
      <xbel xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:noNamespaceSchemaLocation="http://127.0.0.1:9/xbel.xsd">
        <bookmark href="https://example.org/"><desc>d</desc><title>Out of order</title></bookmark>
      </xbel>
      """
    #expect(read(file, as: .xbel) == "1 bookmarks, 0 refused")
  }

  @Test func anUnknownEntityIsText() {
    let file =
      "<xbel><bookmark href=\"https://example.org\"><title>a &nope; b</title></bookmark></xbel>"
    #expect(read(file, as: .xbel).contains("1 bookmarks"))
  }

  @Test(arguments: [BookmarkFormat.html, .xbel, .opml])
  func elementsMayNotNestTooDeep(format: BookmarkFormat) {
    let tag = format == .html ? "<dl>" : format == .xbel ? "<folder>" : "<outline text='x'>"
    let file =
      (format == .opml ? "<opml><body>" : format == .xbel ? "<xbel>" : "")
      + String(repeating: tag, count: 200_000)
    #expect(read(file, as: format).hasSuffix("nested too deeply"))
  }

  @Test(arguments: [BookmarkFormat.html, .xbel])
  func aTagIsBounded(format: BookmarkFormat) {
    let start = format == .html ? "<a" : "<xbel><bookmark"
    let many = start + (0..<400_000).map { " a\($0)=\"\"" }.joined() + ">"
    #expect(read(many, as: format).hasSuffix("a tag is too long"))
    let long = start + " href=\"https://example.org/" + String(repeating: "x", count: 2_000_000)
    #expect(read(long, as: format).hasSuffix("a tag is too long"))
  }

  @Test func tagsThatFitNothingTakeNoLongerThanTheirBytes() {
    let file = String(repeating: "<b>", count: 15_000) + String(repeating: "</i>", count: 200_000)
    #expect(!read(file, as: .html).isEmpty)
    let open = String(repeating: "<a href='https://example.org/'>", count: 20_000)
    #expect(read(open, as: .html) == "20000 bookmarks, 0 refused")
  }

  @Test(arguments: [BookmarkFormat.firefox, .pinboard, .buku])
  func valuesMayNotNestTooDeep(format: BookmarkFormat) {
    let file = String(repeating: "[", count: 100_000)
    #expect(read(file, as: format).hasPrefix("line 1: "))
    let objects = String(repeating: "{\"children\":[", count: 100_000)
    #expect(read(objects, as: .firefox) == "line 1: nested too deeply")
  }

  @Test(arguments: BookmarkFormat.allCases)
  func aFileCutAnywhereIsReadUpToThere(format: BookmarkFormat) {
    var texts = HostileTexts(seed: 3)
    let file = format.write((0..<3).map { _ in texts.bookmark() })
    for length in 0..<file.count {
      let found = (try? format.read(Array(file[..<length]), now: now))?.bookmarks.count ?? 0
      #expect(found <= 3)
    }
  }

  @Test(arguments: BookmarkFormat.allCases)
  func noiseIsReadToItsEnd(format: BookmarkFormat) throws {
    var texts = HostileTexts(seed: 11)
    let file = format.write((0..<3).map { _ in texts.bookmark() })
    for _ in 0..<300 {
      var noisy = file
      for _ in 0..<6 where !noisy.isEmpty {
        noisy[Int.random(in: noisy.indices, using: &texts.random)] =
          UInt8.random(in: 0...255, using: &texts.random)
      }
      // Whatever comes in has an address of the web.
      for bookmark in (try? format.read(noisy, now: now))?.bookmarks ?? [] {
        #expect(
          bookmark.url.utf8.prefix(4).elementsEqual("http".utf8)
            || bookmark.url.lowercased().hasPrefix("http"))
      }
    }
  }

  @Test func onlyAddressesOfTheWebComeIn() throws {
    let lines = [
      "https://ok.example", "HTTP://ok.example", "javascript:alert(1)", "data:text/html,x",
      "file:///etc/passwd", "ftp://example.org", "about:config", "https:", "https://", "https:///x",
      "mailto:a@example.org", "/relative", "example.org", " https://ok.example/trimmed ",
      "https://a.example/\u{7}", "vbscript:x", "\u{1}javascript:alert(1)", "java\tscript:x",
    ]
    let imported = try BookmarkFormat.urls.read(Array(lines.joined(separator: "\n").utf8), now: now)
    #expect(
      imported.bookmarks.map(\.url) == [
        "https://ok.example", "HTTP://ok.example", "https://ok.example/trimmed",
        "https://a.example/",
      ])
    #expect(imported.refused.map(\.line) == [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 17, 18])
  }
}
