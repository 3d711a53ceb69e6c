import Browser
import BrowserScenario
import HeadlessBrowser
import BrowserSessions
import Glibc
import ListModel
import ListSearch
import UserFiles
import TestSupport
import Testing

struct SessionFileTests {
  private let folder: TemporaryFolder
  private let file: SessionFile
  private let now = Timestamp(milliseconds: 1_700_000_000_000)

  init() throws {
    folder = try TemporaryFolder()
    file = SessionFile(path: folder("awl/session.json"))
  }

  private var path: String { folder("awl/session.json") }

  /// A session with something in all of its members.
  private static var full: Session {
    var position = PlacePosition(.library)
    position.filter = "kafka \"two words\" é\u{1B}[31m"
    position.list = .list("me/awesome-sample")
    position.category = .category(["Tooling", "Frameworks"])
    position.tag = .tag("ml infra")
    position.date = .date("2021-05-06 bulk")
    position.dateMode = .week
    position.focus = .dates
    position.entry = EntryKey(list: "me/awesome-sample", url: "https://a.example", title: "A\u{0}")
    (position.row, position.top) = (12, 3)
    var arrangement = PlaceArrangement()
    arrangement.order = .stars
    arrangement.isReversed = true
    arrangement.listOrder = .lastAddition
    arrangement.areListsReversed = true
    arrangement.lastFacet = .dates
    arrangement.detailTop = 7
    arrangement.toggled = [.subject(["Languages"]), .category(["Tooling"]), .date("2021")]
    var session = Session()
    session.places = [
      Session.SavedPlace(position, arrangement),
      Session.SavedPlace(PlacePosition(.later), PlaceArrangement()),
    ]
    session.isZoomed = true
    session.page = PageLocation(list: ListID("a/b"), file: "docs/c.md", line: 9, rowsAbove: 4)
    session.pageLines = [ListID("a/b"): 3, ListID("c/d"): 40]
    return session
  }

  @Test func aSessionComesBackAsItWas() throws {
    try file.save(Self.full, now: now)
    let contents = file.load()
    #expect(contents.session == Self.full)
    #expect(contents.fault == nil)
    #expect(mode(path) == 0o600)
  }

  @Test func aMissingFileIsNeitherASessionNorAnError() {
    #expect(file.load().session == nil)
    #expect(file.load().fault == nil)
  }

  @Test func theSameSessionIsNotWrittenAgain() throws {
    try file.save(Self.full, now: now)
    let before = inode(path)
    try file.save(Self.full, now: now)
    #expect(inode(path) == before)
    try file.save(Session(), now: now)
    #expect(inode(path) != before)
  }

  @Test(arguments: [
    "", "garbage", "[]", "{", "{}", #"{"format":"awl-follows","version":1}"#,
    #"{"format":"awl-session","version":1,"places":7}"#,
    #"{"format":"awl-session","version":1,"places":[{"row":1e99}]}"#,
    #"{"format":"awl-session","version":1}{"#,
    String(repeating: "[", count: 100_000),
  ])
  func aDamagedFileIsIgnoredWithAReasonAndThenReplaced(content: String) throws {
    try put(content.utf8)
    let contents = file.load()
    #expect(contents.session == nil)
    #expect(contents.fault?.hasSuffix(": ignored") == true)
    try file.save(Self.full, now: now)
    #expect(file.load().session == Self.full)
  }

  @Test func aFileThatIsTooLargeIsIgnoredAndReplaced() throws {
    try put([UInt8](repeating: UInt8(ascii: " "), count: 2 << 20))
    #expect(file.load().fault?.contains("2097152 bytes") == true)
    try file.save(Self.full, now: now)
    #expect(file.load().session == Self.full)
  }

  @Test func aFileOfANewerVersionIsLeftAlone() throws {
    let later = #"{"format":"awl-session","version":2,"zoomed":"half","places":{}}"#
    try put(later.utf8)
    #expect(file.load().fault?.contains("later version") == true)
    try file.save(Self.full, now: now)
    #expect(bytes(path) == Array(later.utf8))
  }

  @Test func unknownMembersAreSkipped() throws {
    try put(
      #"{"format":"awl-session","version":1,"colour":[{}],"places":[{"place":"moon","focus":"?"}]}"#
        .utf8)
    let session = try #require(file.load().session)
    #expect(session.places.map(\.position) == [PlacePosition(.library)])
  }

  /// The start continues, whatever is in the file: nothing of it is trusted.
  @Test func noBytesStopTheStart() throws {
    try file.save(Self.full, now: now)
    let sound = bytes(path)
    var random = SeededGenerator(seed: 16)
    for round in 0..<(isSoak ? 20_000 : 400) {
      var damaged = sound
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: damaged.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: damaged[place] = UInt8.random(in: 0...255, using: &random)
        case 1:
          damaged[place] = Array("0123456789\"{}[],:-".utf8).randomElement(using: &random) ?? 0
        case 2: damaged.removeSubrange(place..<min(place + 9, damaged.count))
        default: damaged.insert(contentsOf: "9223372036854775807".utf8, at: place)
        }
        if damaged.isEmpty { damaged = [0] }
      }
      try put(damaged)
      guard let session = file.load().session else { continue }
      var browser = Scenario(catalog: round % 2 == 0 ? Sample.threeLists : Sample.catalog)
      browser.restore(session)
      browser.press("j G g g Tab j l q")
      #expect(browser.screen.count == 40)
    }
  }

  private func put(_ content: some Collection<UInt8>) throws {
    mkdir(folder("awl"), 0o700)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let content = Array(content)
    #expect(write(descriptor, content, content.count) == content.count)
  }

  private func bytes(_ path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = read(descriptor, &bytes, bytes.count)
    return Array(bytes.prefix(max(0, count)))
  }

  private func inode(_ path: String) -> UInt {
    var status = stat()
    return stat(path, &status) == 0 ? UInt(status.st_ino) : 0
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
  }
}
