import BookmarkFormats
import ListModel
import Testing

/// Bookmarks files as browsers and bookmark sites write them.
struct NetscapeHTMLTests {
  /// By Firefox: roots are known by attributes, a keyword and tags are in the link.
  static let firefox = """
    <!DOCTYPE NETSCAPE-Bookmark-file-1>
    <!-- This is an automatically generated file.
         It will be read and overwritten.
         DO NOT EDIT! -->
    <META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
    <meta http-equiv="Content-Security-Policy"
          content="default-src 'self'; script-src 'none'; img-src data: *; object-src 'none'"></meta>
    <TITLE>Bookmarks</TITLE>
    <H1>Lesezeichen-Menü</H1>

    <DL><p>
        <DT><H3 ADD_DATE="1644605000" LAST_MODIFIED="1644605100">Dev</H3>
        <DL><p>
            <DT><A HREF="https://go.dev/?a=1&amp;b=2" ADD_DATE="1644605100" LAST_MODIFIED="1644605200" SHORTCUTURL="go" TAGS="lang,ml infra">Go &amp; more</A>
            <DD>The Go language
            <DT><H3>Deep, deeper</H3>
            <DL><p>
                <DT><A HREF="https://example.org/deep">Deep</A>
            </DL><p>
            <HR>        <DT><A HREF="https://example.org/after">After</A>
        </DL><p>
        <DT><H3 ADD_DATE="1644605000" PERSONAL_TOOLBAR_FOLDER="true">Lesezeichen-Symbolleiste</H3>
        <DD>Add bookmarks to this folder to see them displayed on the Bookmarks Toolbar
        <DL><p>
            <DT><A HREF="https://example.org/bar" ICON="data:image/png;base64,AAAA">Bar</A>
        </DL><p>
        <DT><H3 UNFILED_BOOKMARKS_FOLDER="true">Weitere Lesezeichen</H3>
        <DL><p>
            <DT><H3>Dev</H3>
            <DL><p>
                <DT><A HREF="place:sort=8&amp;maxResults=10">Recent</A>
                <DT><A HREF="javascript:alert(1)">Script</A>
                <DT><A HREF="https://example.org/same">Same name</A>
            </DL><p>
        </DL><p>
    </DL>
    """

  @Test func aFirefoxExportIsImportedWithFoldersAsTags() throws {
    let imported = try BookmarkFormat.html.read(Array(Self.firefox.utf8), now: now)
    let found = imported.bookmarks.map {
      "\($0.title) | \($0.url) | \($0.tags.joined(separator: ","))"
    }
    #expect(
      found == [
        "Go & more | https://go.dev/?a=1&b=2 | lang,ml infra,go,Dev",
        "Deep | https://example.org/deep | Dev,Deep deeper",
        "After | https://example.org/after | Dev",
        "Bar | https://example.org/bar | ",
        "Same name | https://example.org/same | Dev",
      ])
    #expect(imported.bookmarks[0].note == "The Go language")
    #expect(imported.bookmarks[0].added == Timestamp(milliseconds: 1_644_605_100_000))
    #expect(imported.bookmarks[1].note == "")
    #expect(imported.bookmarks[1].added == now)
    let refused = imported.refused.map { "\($0.line) \($0.reason)" }
    #expect(refused == ["31 a link of place:", "32 a link of javascript:"])
  }

  /// By Chrome: titles are escaped, the other bookmarks are at the top.
  @Test func aChromeExportIsImported() throws {
    let file = """
      <!DOCTYPE NETSCAPE-Bookmark-file-1>
      <!-- This is an automatically generated file. -->
      <META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
      <TITLE>Bookmarks</TITLE>
      <H1>Bookmarks</H1>
      <DL><p>
          <DT><H3 ADD_DATE="1644605000" LAST_MODIFIED="0" PERSONAL_TOOLBAR_FOLDER="true">Barre de favoris</H3>
          <DL><p>
              <DT><A HREF="https://example.org/1" ADD_DATE="1644605001">&quot;One&quot; &lt;b&gt; &#39;x&#39;</A>
              <DT><H3 ADD_DATE="1644605000" LAST_MODIFIED="0">Empty</H3>
              <DL><p>
              </DL><p>
              <DT><H3>Reading</H3>
              <DL><p>
                  <DT><H3>2022</H3>
                  <DL><p>
                      <DT><A HREF="https://example.org/2" ADD_DATE="1644605002"></A>
                  </DL><p>
              </DL><p>
          </DL><p>
          <DT><A HREF="https://example.org/3" ADD_DATE="1644605003">Three</A>
      </DL><p>

      """
    let imported = try BookmarkFormat.html.read(Array(file.utf8), now: now).bookmarks
    #expect(imported.map(\.title) == ["\"One\" <b> 'x'", "https://example.org/2", "Three"])
    #expect(imported.map(\.tags) == [[], ["Reading", "2022"], []])
  }

  @Test func readLaterFlagsOfOtherProgramsAreUnderstood() throws {
    let file = """
      <DL><p><DT><A HREF="https://a.example" TOREAD="1" PRIVATE="1" TAGS="x">A</A>
      <DD>line one
      line <b>two</b>
      <DT><H3 FOLDED id="com.apple.ReadingList">Leseliste</H3>
      <DL><p><DT><A HREF="https://b.example">B</A></DL><p>
      </DL><p>
      """
    let imported = try BookmarkFormat.html.read(Array(file.utf8), now: now).bookmarks
    #expect(imported.map(\.later) == [true, true])
    #expect(imported.map(\.isBookmarked) == [true, true])
    #expect(imported.map(\.tags) == [["x"], []])
    #expect(imported[0].note == "line one\nline two")
  }

  @Test func manyLinksInManyFoldersComeInWhole() throws {
    var file = "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n"
    for folder in 0..<1_900 {
      file += "<DT><H3>Folder \(folder % 50)</H3>\n<DL><p>\n"
      for link in 0..<17 {
        file +=
          "<DT><A HREF=\"https://example.org/\(folder)/\(link)\" ADD_DATE=\"1644605100\">T</A>\n"
      }
      // Every tenth stays open to have folders deep in one another.
      if folder % 10 != 0 { file += "</DL><p>\n" }
    }
    let imported = try BookmarkFormat.html.read(Array(file.utf8), now: now)
    #expect(imported.bookmarks.count == 32_300)
    #expect(imported.refused.isEmpty)
    // The names of folders repeat, so of 190 around a link 5 are different.
    #expect(
      imported.bookmarks[32_299].tags == [
        "Folder 0", "Folder 10", "Folder 20", "Folder 30", "Folder 40", "Folder 49",
      ])
  }

  @Test func manyLinksInOneFolderComeInWhole() throws {
    var file = "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n<DT><H3>All</H3>\n<DL><p>\n"
    for link in 0..<30_000 {
      file += "    <DT><A HREF=\"https://example.org/\(link)\">T</A>\n"
      if link.isMultiple(of: 3) { file += "    <DD>Note \(link)\n" }
    }
    file += "</DL><p>\n<DT><A HREF=\"https://example.org/top\">T</A>\n</DL><p>\n"
    let imported = try BookmarkFormat.html.read(Array(file.utf8), now: now).bookmarks
    #expect(imported.count == 30_001)
    #expect(imported[29_997].note == "Note 29997" && imported[29_998].note.isEmpty)
    #expect(imported[29_999].tags == ["All"] && imported[30_000].tags.isEmpty)
  }

  @Test func foldersMayLieDeepInOneAnother() throws {
    let depth = 1_900
    var file = ""
    for folder in 0..<depth { file += "<DT><H3>F\(folder)</H3><DL><p>" }
    file += "<DT><A HREF=\"https://example.org/\">T</A>"
    for _ in 0..<depth { file += "</DL><p>" }
    file += "<DT><A HREF=\"https://example.org/top\">T</A>"
    let imported = try BookmarkFormat.html.read(Array(file.utf8), now: now).bookmarks
    #expect(imported.map(\.tags.count) == [depth, 0])
    #expect(imported.first?.tags.last == "F1899")
  }

  @Test func aUTF16FileIsImported() throws {
    let text = "<DL><DT><A HREF=\"https://example.org/\">Größe</A></DL>"
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(BookmarkFormat.guess(bytes) == .html)
    #expect(try BookmarkFormat.html.read(bytes, now: now).bookmarks.map(\.title) == ["Größe"])
  }
}

let now = Timestamp(milliseconds: 1_700_000_000_000)
