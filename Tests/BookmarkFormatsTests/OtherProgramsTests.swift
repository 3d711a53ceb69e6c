import BookmarkFormats
import ListModel
import Testing

/// Files in the formats that other programs document or were seen to write.
struct OtherProgramsTests {
  private func read(_ file: String, as format: BookmarkFormat) throws -> [String] {
    #expect(BookmarkFormat.guess(Array(file.utf8)) == format)
    return try format.read(Array(file.utf8), now: now).bookmarks.map { bookmark in
      let states = (bookmark.later ? " later" : "") + (bookmark.read != nil ? " read" : "")
      return "\(bookmark.title) | \(bookmark.url) | \(bookmark.tags.joined(separator: ",")) | "
        + "\(bookmark.note) | \(bookmark.added.day?.description ?? "")\(states)"
    }
  }

  @Test func aBackupOfFirefox() throws {
    let file = """
      {"guid":"root________","title":"","index":0,"dateAdded":1644605000000000,"lastModified":1,
      "id":1,"typeCode":2,"type":"text/x-moz-place-container","root":"placesRoot","children":[
      {"guid":"menu________","title":"menu","typeCode":2,"root":"bookmarksMenuFolder","children":[
      {"title":"Dev","typeCode":2,"type":"text/x-moz-place-container","children":[
      {"guid":"aaaaaaaaaaaa","title":"Go","index":0,"dateAdded":1644605000000000,"id":9,
      "typeCode":1,"iconUri":"https://go.dev/favicon.ico","type":"text/x-moz-place",
      "uri":"https://go.dev/","tags":"lang,ml infra","keyword":"go",
      "annos":[{"name":"bookmarkProperties/description","flags":0,"expires":4,"value":"A note"}]},
      {"guid":"bbbbbbbbbbbb","title":"","typeCode":3,"type":"text/x-moz-place-separator"}]}]},
      {"guid":"mobile______","title":"mobile","typeCode":2,"root":"mobileFolder","children":[
      {"title":null,"typeCode":1,"type":"text/x-moz-place","uri":"https://example.org"},
      {"title":"Tags","typeCode":1,"type":"text/x-moz-place","uri":"place:type=6"}]}]}
      """
    #expect(
      try read(file, as: .firefox) == [
        "Go | https://go.dev/ | lang,ml infra,go,Dev | A note | 2022-02-11",
        "https://example.org | https://example.org |  |  | 2023-11-14",
      ])
  }

  @Test func anExportOfPinboard() throws {
    let file = #"""
      [{"href":"https:\/\/example.org\/","description":"Ex\u00e4mple","extended":"Two\nlines","meta":"1",
      "hash":"2","time":"2022-02-11T18:45:00Z","shared":"yes","toread":"yes","tags":"a b-c"},
      {"href":"https:\/\/example.net\/","description":false,"extended":"","time":"2022-02-12T00:00:00Z","toread":"no","tags":""}]
      """#
    #expect(
      try read(file, as: .pinboard) == [
        "Exämple | https://example.org/ | a,b-c | Two\nlines | 2022-02-11 later",
        "https://example.net/ | https://example.net/ |  |  | 2022-02-12",
      ])
  }

  @Test func whatBukuPrints() throws {
    let json = """
      [
          {
              "description": "a note\\ntwo lines",
              "index": 1,
              "tags": "ml infra,reading",
              "title": "A <b> & \\"c\\"",
              "uri": "https://example.org/a"
          }
      ]
      """
    let line =
      "A <b> & \"c\" | https://example.org/a | ml infra,reading | a note\ntwo lines | 2023-11-14"
    #expect(try read(json, as: .buku) == [line])
    let alone = String(json.dropFirst(2).dropLast(2))
    #expect(try read(alone, as: .buku) == [line])
  }

  /// Its document type lacks a blank, which XML asks for.
  @Test func theXBELThatBukuWrites() throws {
    let file = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE xbel PUBLIC"+//IDN python.org//DTD XML Bookmark Exchange Language 1.0//EN//XML""http://pyxml.sourceforge.net/topics/dtds/xbel.dtd">
      <xbel version="1.0">
      <title ADD_DATE="1796009473">buku bookmarks</title>
      <bookmark href="https://example.org/a" TAGS="ml infra,reading">
      <title>A &lt;b&gt; &amp; &quot;c&quot;</title>
      </bookmark>
      </xbel>
      """
    #expect(
      try read(file, as: .xbel) == [
        "A <b> & \"c\" | https://example.org/a | ml infra,reading |  | 2023-11-14"
      ])
  }

  @Test func theXBELOfADesktop() throws {
    let file = """
      <!DOCTYPE xbel>
      <xbel xmlns:bookmark="http://www.freedesktop.org/standards/desktop-bookmarks">
       <folder folded="no"><title>News</title><desc>of the folder</desc>
        <bookmark href="https://example.org/" added="2022-02-11T18:45:00.123456Z">
         <title>A</title><desc>B</desc>
         <info><metadata owner="http://freedesktop.org"><bookmark:icon name="x"/></metadata></info>
        </bookmark>
       </folder>
       <separator/>
      </xbel>
      """
    #expect(
      try read(file, as: .xbel) == ["A | https://example.org/ | News | B | 2022-02-11"])
  }

  @Test func theOutlineOfAFeedReader() throws {
    let file = """
      <?xml version="1.0"?>
      <opml version="1.1"><head><title>Feeds</title></head><body>
      <outline text="Blogs" title="Blogs">
      <outline type="rss" text="One" xmlUrl="https://one.example/feed" htmlUrl="https://one.example/"/>
      <outline type="rss" text="Two" xmlUrl="https://two.example/feed"/>
      </outline>
      <outline text="Three" type="link" url="https://three.example/" created="Fri, 11 Feb 2022 18:45:00 +0100"/>
      </body></opml>
      """
    #expect(
      try read(file, as: .opml) == [
        "One | https://one.example/ | Blogs |  | 2023-11-14",
        "Two | https://two.example/feed | Blogs |  | 2023-11-14",
        "Three | https://three.example/ |  |  | 2022-02-11",
      ])
  }

  @Test func theTableOfRaindrop() throws {
    let file = #"""
      id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\#r
      1,"A, ""b"" ","Note\#nof two",From the page,https://example.org/a,Work / Go,"x, ml infra",2022-02-11T18:45:00.000Z,,,false\#r
      2,B,,,https://example.org/b,Unsorted,,2022-02-12T00:00:00.000Z,,,true\#r

      """#
    #expect(
      try read(file, as: .csv) == [
        "A, \"b\" | https://example.org/a | x,ml infra,Work,Go | Note\nof two | 2022-02-11",
        "B | https://example.org/b |  |  | 2022-02-12",
      ])
  }

  @Test func theTableOfPocket() throws {
    let file = """
      title,url,time_added,tags,status
      A,https://example.org/a,1644605100,go|ml infra,unread
      B,https://example.org/b,1644605100,,archive
      """
    #expect(
      try read(file, as: .csv) == [
        "A | https://example.org/a | go,ml infra |  | 2022-02-11 later",
        "B | https://example.org/b |  |  | 2022-02-11 read",
      ])
  }

  @Test func aListInMarkdown() throws {
    let file = """
      # Links

      ## Go
      - [A *b*](https://example.org/a) - What it is.
      - [B][ref], <https://example.org/b>
      ```
      [code](https://example.org/code)
      ```
      ## Rust
      * [C](https://example.org/c "title") <!-- TAGS: x,ml infra -->
      """
    #expect(
      try read(file, as: .markdown) == [
        "A b | https://example.org/a | Go | What it is. | 2023-11-14",
        "https://example.org/b | https://example.org/b | Go |  | 2023-11-14",
        "C | https://example.org/c | x,ml infra,Rust |  | 2023-11-14",
      ])
  }

  @Test func aFileOfOrg() throws {
    let file = """
      #+TITLE: Links
      * Languages
      - [[https://go.dev][Go]] and [[https://swift.org][Swift]]
      ** [[https://example.org/a][A]] :ml_infra:reading:
         Its note
         of two lines
      * [[https://example.org/b]]
      """
    #expect(
      try read(file, as: .org) == [
        "Go | https://go.dev | Languages |  | 2023-11-14",
        "Swift | https://swift.org | Languages |  | 2023-11-14",
        "A | https://example.org/a | ml_infra,reading,Languages | Its note\nof two lines | 2023-11-14",
        "https://example.org/b | https://example.org/b |  |  | 2023-11-14",
      ])
  }

  @Test func plainURLsOneALine() throws {
    #expect(
      try read("https://a.example\r\n# a comment\r\n\r\nhttp://b.example/x\r\n", as: .urls) == [
        "https://a.example | https://a.example |  |  | 2023-11-14",
        "http://b.example/x | http://b.example/x |  |  | 2023-11-14",
      ])
    #expect(BookmarkFormat.guess(Array("just some text".utf8)) == nil)
    #expect(BookmarkFormat.guess([]) == nil)
  }
}
