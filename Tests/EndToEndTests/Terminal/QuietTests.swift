import Glibc
import TestSupport
import Testing

/// The built program responds to input, and does nothing otherwise.
struct QuietTests {
  @Test func anIdleScreenNeverWakes() throws {
    let home = try AwlHome()
    let terminal = try home.terminal()
    try #require(terminal.wait(forText: "84/84"))
    terminal.send("jb")
    try #require(terminal.wait(forText: "saved"))
    terminal.send("/a\u{1B}")
    // What another program does is shown, and then there is rest again.
    let output = try home.output("$awl bookmarks add https://other.example --title elsewhere")
    #expect(output.hasSuffix("status 0\n"))
    terminal.send("gb")
    #expect(terminal.wait(forText: "elsewhere"))
    expectRest(of: terminal.process)
  }

  /// This many entries are searched by two threads in the background.
  @Test func aScreenIsIdleAfterSearchingALargeCatalog() throws {
    let home = try AwlHome()
    let entries = (0..<30_000).map { "- [Entry \($0)](https://example.org/\($0)) - Words.\n" }
    let page = try home.file("page.md", "# A Page\n\n## Things\n\n" + entries.joined())
    let terminal = try home.terminal("exec $awl \(page)")
    try #require(terminal.wait(forText: "30,000/30,000"))
    terminal.send("/'2999\r")
    // Only what changed is written, until the whole screen is requested.
    var isFound = false
    for _ in 0..<60 where !isFound {
      terminal.send("\u{C}")
      isFound = terminal.wait(forText: "13/30,000", timeout: .seconds(1))
    }
    try #require(isFound)
    expectRest(of: terminal.process)
  }

  @Test func aScreenThatHasSyncedWakesNobody() throws {
    let home = try AwlHome()
    let page = try home.file("page.md", "# A Page\n\n## Things\n\n- [One](https://one.example)\n")
    #expect(try home.output("$awl follow \(page)").hasSuffix("status 0\n"))
    let terminal = try home.terminal("exec $awl")
    try #require(terminal.wait(forText: "1/1"))
    try put(Array("# A Page\n\n## Things\n\n- [Two](https://two.example)\n".utf8), into: page)
    terminal.send("R")
    try #require(terminal.wait(forText: "Two"))
    expectRest(of: terminal.process)
  }

  private func expectRest(of process: Int32) {
    // A thread that saved or searched goes to rest some seconds later, on a busy machine later still.
    var before = wakeUps(of: process)
    #expect(!before.isEmpty)
    for _ in 0..<20 {
      usleep(3_000_000)
      let now = wakeUps(of: process)
      if now == before { return }
      before = now
    }
    Issue.record("something wakes the idle program: \(before)")
  }

  @Test func aThousandResizesEndWithTheRightScreen() throws {
    let home = try AwlHome()
    let terminal = try home.terminal()
    try #require(terminal.wait(forText: "84/84"))
    for round in 0..<1_000 {
      terminal.resize(columns: 30 + round % 150, rows: 8 + round % 40)
      kill(terminal.process, SIGWINCH)
    }
    for (columns, rows) in [(1, 1), (1, 60), (500, 1), (500, 200), (23, 6), (90, 20)] {
      terminal.resize(columns: columns, rows: rows)
    }
    let shown = terminal.output.count
    terminal.send("\u{C}")
    #expect(terminal.wait(forText: "\u{1B}[20", after: shown))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  /// Floods of input that no person types, each with a name.
  static let floods: [(String, [UInt8])] = [
    ("broken UTF-8", [UInt8](repeating: 0xFF, count: 5)),
    (
      "much broken UTF-8",
      random(100_000) { withoutKeys(UInt8.random(in: 0x80...0xFF, using: &$0)) }
    ),
    ("NULs", [UInt8](repeating: 0, count: isSoak ? 100_000 : 10_000)),
    ("a paste of a megabyte", Array("\u{1B}[200~".utf8) + lines(1 << 20) + ending),
    ("a paste without end", Array("\u{1B}[200~".utf8) + lines(10_000)),
    ("a paste in a paste", Array("\u{1B}[200~q\u{1B}[200~Q\n".utf8) + ending),
    ("a sequence that does not end", Array("\u{1B}[".utf8) + repeated("1;", 50_000)),
    ("unknown replies", repeated("\u{1B}[?997;1n\u{1B}[I\u{1B}]11;rgb:0/0/0\u{7}", 2_000)),
    ("reports of the mouse", repeated("\u{1B}[<35;9999;9999M", 2_000)),
    ("Escape", repeated("\u{1B}", 3_000)),
    ("a reply cut short", Array("\u{1B}P1$r".utf8)),
  ]

  @Test(arguments: floods.map(\.0))
  func inputFloodsAreSurvivedAndQuittingWorks(name: String) throws {
    let bytes = try #require(Self.floods.first { $0.0 == name }).1
    let home = try AwlHome()
    let terminal = try home.terminal()
    try #require(terminal.wait(forText: "84/84"))
    terminal.send(bytes)
    // Incomplete sequences are dropped after half a second; then a key is a key again.
    #expect(terminal.waitForEnd(timeout: .milliseconds(700)) == nil, "\(name) is no command")
    // A machine that is busy may still be reading: the first key then belongs to the last Escape.
    let end = (0..<60).lazy.compactMap { _ in
      terminal.send("Q")
      return terminal.waitForEnd(timeout: .seconds(1))
    }.first
    #expect(end == .exited(0))
  }

  /// Random keys may well quit; whatever they do, the end is orderly.
  @Test func randomBytesAreHarmless() throws {
    let home = try AwlHome()
    // No program that random keys could start.
    let terminal = try home.terminal(environment: ["PATH": "/nonexistent"])
    try #require(terminal.wait(forText: "84/84"))
    // Without C-c, which ends a program that has not answered for five seconds: so long may a busy
    // machine take.
    terminal.send(
      Self.random(200_000) {
        let byte = UInt8.random(in: 0...0xFF, using: &$0)
        return byte == 3 ? 4 : byte
      })
    let end = (0..<60).lazy.compactMap { _ in
      terminal.send("\u{1B}")
      _ = terminal.waitForEnd(timeout: .milliseconds(300))
      terminal.send("QQ")
      return terminal.waitForEnd(timeout: .milliseconds(700))
    }.first
    #expect(end == .exited(0))
    #expect(terminal.wait(forText: "\u{1B}[?2004l"))
  }

  /// The voluntary context switches of each thread of a process.
  private func wakeUps(of process: Int32) -> [String] {
    names(in: "/proc/\(process)/task").map { thread in
      let status = text("/proc/\(process)/task/\(thread)/status")
      let line = status.utf8.split(separator: 10)
        .first { $0.starts(with: Array("voluntary_ctxt_switches".utf8)) }
      return "\(thread) \(line.map { String(decoding: $0, as: UTF8.self) } ?? "")"
    }
  }

  private static let ending = Array("\u{1B}[201~".utf8)

  private static func repeated(_ text: String, _ count: Int) -> [UInt8] {
    Array(repeatElement(text.utf8, count: count).joined())
  }

  private static func lines(_ count: Int) -> [UInt8] {
    (0..<count).map { $0 % 64 == 63 ? 10 : UInt8(ascii: "q") }
  }

  /// The byte, unless Greek and Cyrillic letters begin with it, which act as the keys at their places.
  private static func withoutKeys(_ byte: UInt8) -> UInt8 {
    (0xCD...0xD3).contains(byte) ? 0xFF : byte
  }

  private static func random(
    _ count: Int, _ byte: (inout SeededGenerator) -> UInt8
  ) -> [UInt8] {
    var generator = SeededGenerator(seed: 42)
    return (0..<count).map { _ in byte(&generator) }
  }
}
