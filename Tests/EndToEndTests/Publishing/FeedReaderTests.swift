import Glibc
import TestSupport
import Testing

/// The folder of a sample repository, after which its list is called.
private let list = "work"

/// awl's feeds in popular feed readers; `Tests/Tools/setup --tests` installs them.
struct FeedReaderTests {
  private static let needsNewsboat = "skipped: needs newsboat and python3"
  private static var hasNewsboat: Bool {
    systemProgram("newsboat") != nil && systemProgram("python3") != nil
  }

  private let home: AwlHome
  private let repository: SampleRepository
  private var entries = ["[One](https://one.example)", "[Two](https://two.example) - 日本 & <b>."]

  init() throws {
    home = try AwlHome()
    repository = try SampleRepository()
    try commit()
    _ = try home.file("config", "")
    _ = try home.output("$awl follow \(repository.path); cd; $awl publish site --quiet")
  }

  /// Commits the entries as they are now.
  private func commit() throws {
    let list = "# A List\n\n" + entries.map { "- \($0)\n" }.joined()
    try repository.commit(["README.md": list])
  }

  /// Commits, syncs and publishes.
  private func publish() throws {
    try commit()
    _ = try home.output("$awl sync; cd; $awl publish site --quiet")
  }

  /// How many new articles newsboat finds in a feed; they are read then.
  private func newArticles(_ source: String) throws -> Int {
    _ = try home.file("urls", source + "\n")
    let reported = try home.output(
      """
      export LANG=C.UTF-8; cd
      newsboat -q -u urls -c cache.db -C config -x reload
      newsboat -q -u urls -c cache.db -C config -x print-unread
      python3 -c "import sqlite3; c = sqlite3.connect('cache.db'); c.execute('update rss_item set unread = 0'); c.commit()"
      """)
    return try #require(Int(reported.prefix { $0.isNumber }), "\(reported)")
  }

  @Test(
    .enabled(if: hasNewsboat, Comment(rawValue: needsNewsboat)),
    arguments: [
      "\"exec:$awl feed work\"", "file://$HOME/site/content/_/\(list)/atom.xml",
      "file://$HOME/site/content/_/\(list)/rss.xml", "http",
    ])
  func newsboatShowsAnEntryOnce(source: String) throws {
    var test = self
    let port = try source == "http" ? server() : 0
    let source = (port > 0 ? "http://127.0.0.1:\(port)/content/_/\(list)/atom.xml" : source)
      .replacing("$HOME", with: home.folder.path).replacing("$awl", with: AwlHome.program)
    #expect(try newArticles(source) == 2)
    try test.publish()
    #expect(try newArticles(source) == 0)
    // A repaired link and another title are no new entry.
    for entry in ["[One](https://one.example/moved)", "[The One](https://one.example/moved)"] {
      test.entries[0] = entry
      try test.publish()
      #expect(try newArticles(source) == 0)
    }
    // HTTP dates have a resolution of a second.
    if port > 0 { usleep(1_100_000) }
    test.entries.append("[Three](https://three.example)")
    try test.publish()
    #expect(try newArticles(source) == 1)
  }

  @Test(.enabled(if: hasNewsboat, Comment(rawValue: needsNewsboat)))
  func newsboatShowsARemoval() throws {
    var test = self
    let feeds = [
      "file://\(home.folder.path)/site/content/_/\(list)/changes.xml",
      "\"exec:\(AwlHome.program) feed work --changes removed\"",
    ]
    for (feed, first) in zip(feeds, [2, 1]) {
      unlink(home.folder("cache.db"))
      #expect(try newArticles(feed) == first)
      test.entries.removeFirst()
      try test.publish()
      #expect(try newArticles(feed) == 1)
      test.entries = entries
      try test.publish()
    }
  }

  @Test(.enabled(if: hasNewsboat, Comment(rawValue: needsNewsboat)))
  func newsboatImportsTheOutline() throws {
    let urls = try home.output(
      """
      cd; $awl publish site --quiet --url https://x.example/lists
      LANG=C.UTF-8 newsboat -u imported -c cache.db -C config -i site/feeds.opml >/dev/null; cat imported
      """)
    #expect(urls.hasPrefix("https://x.example/lists/content/_/\(list)/atom.xml"))
  }

  @Test(.enabled(if: systemProgram("sfeed") != nil, "skipped: needs sfeed"))
  func sfeedFindsTheSameItemsInAtomAndRSS() throws {
    let reported = try home.output(
      "cd; cd site/content/_/work; for f in atom rss; do sfeed <$f.xml | cut -f 2,3,6; done")
    let lines = reported.split(separator: "\n")
    try #require(lines.count == 5)
    #expect(lines[0..<2] == lines[2..<4])
    #expect(lines[0].hasPrefix("One\thttps://one.example\turn:uuid:"))
  }

  @Test(.enabled(if: systemProgram("r2e") != nil, "skipped: needs rss2email"))
  func rss2emailSeesEachItemOnce() throws {
    var test = self
    let run = """
      cd; export LANG=C.UTF-8
      [ -e r2e.cfg ] || { r2e -c r2e.cfg -d r2e.json new a@b.example; \
      r2e -c r2e.cfg -d r2e.json add x file://$HOME/site/content/_/\(list)/atom.xml; } 2>/dev/null
      r2e -c r2e.cfg -d r2e.json run --no-send 2>/dev/null; grep -c urn:uuid: r2e.json
      """
    #expect(try home.output(run) == "2\nstatus 0\n")
    test.entries[0] = "[One](https://one.example/moved)"
    try test.publish()
    #expect(try home.output(run) == "2\nstatus 0\n")
    test.entries.append("[Three](https://three.example)")
    try test.publish()
    #expect(try home.output(run) == "3\nstatus 0\n")
  }

  /// A server that answers a conditional request does so with 304 after a publish with nothing new.
  @Test(.enabled(if: systemProgram("python3") != nil, "skipped: needs python3"))
  func aServerNeedNotSendWhatIsAsItWas() throws {
    let port = try server()
    let request = """
      cd; python3 - <<'END'
      import urllib.request, urllib.error
      url = 'http://127.0.0.1:\(port)/content/_/\(list)/atom.xml'
      stamp = open('stamp').read() if __import__('os').path.exists('stamp') else None
      ask = urllib.request.Request(url, headers={'If-Modified-Since': stamp} if stamp else {})
      try:
          answer = urllib.request.urlopen(ask)
          open('stamp', 'w').write(answer.headers['Last-Modified'])
          print(answer.status)
      except urllib.error.HTTPError as error:
          print(error.code)
      END
      """
    #expect(try home.output(request) == "200\nstatus 0\n")
    _ = try home.output("sleep 1.1; cd; $awl publish site --quiet")
    #expect(try home.output(request) == "304\nstatus 0\n")
  }

  /// Serves the site on the loopback until the home is gone; the port.
  private func server() throws -> Int {
    let script = """
      import http.server, os, threading
      os.chdir('site')
      server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), http.server.SimpleHTTPRequestHandler)
      server.RequestHandlerClass.log_message = lambda *words: None
      print(server.server_address[1], flush=True)
      if os.fork():
          os._exit(0)
      os.setsid()
      null = os.open('/dev/null', os.O_RDWR)
      for number in range(3):
          os.dup2(null, number)
      threading.Timer(900, lambda: os._exit(0)).start()
      server.serve_forever()
      """
    _ = try home.file("serve.py", script)
    let reported = try home.output("cd; python3 serve.py")
    return try #require(Int(reported.prefix { $0.isNumber }), "\(reported)")
  }
}
