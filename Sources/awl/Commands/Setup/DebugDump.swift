import ArgumentParser
import Browser
import Glibc
import HeadlessBrowser
import ListModel
import UserFiles
import TerminalEvents

/// `awl debug`: tools for debugging; hidden from the help.
struct DebugCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "debug", abstract: "Print information for debugging.", shouldDisplay: false,
    subcommands: [DebugDump.self])
}

/// `awl debug dump`: prints the state and the screen after some keys, without a terminal.
struct DebugDump: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump", abstract: "Print the browser's state and screen after some keys.",
    discussion: """
      The keys are written as in config.toml and separated by spaces. Bookmarks, saved filters and \
      what was seen are read from the files and changed in memory only.

        awl debug dump --keys '/ g o Enter j' --size 100x30
        AWL_LOG=run.log awl; awl debug dump --replay run.log
      """)

  @OptionGroup var start: StartOptions

  @Option(help: ArgumentHelp("Keys to press.", valueName: "keys"))
  var keys = ""

  @Option(help: ArgumentHelp("A recording of AWL_LOG to repeat first.", valueName: "file"))
  var replay: String?

  @Option(help: ArgumentHelp("The size of the screen.", valueName: "columns x rows"))
  var size = "80x24"

  @Option(help: ArgumentHelp("The day that ages are counted to: 2026-11-30.", valueName: "day"))
  var today: String?

  func run() throws {
    guard let size = Size(parsing: size) else {
      throw Failure(.usage, "--size \(safeLine(size)) is not a size: try 80x24")
    }
    let pressed = keys.utf8.allSatisfy { $0 == 0x20 } ? nil : KeySequence(parsing: keys)
    guard pressed != nil || keys.utf8.allSatisfy({ $0 == 0x20 }) else {
      throw Failure(.usage, "--keys \(safeLine(keys)): not all of these are keys: docs/keys.md")
    }
    var scenario = try scenario(size: size)
    for input in try recording() { scenario.replay(input) }
    for key in pressed?.keys ?? [] { scenario.send(.key(key)) }
    print(scenario)
  }

  private func scenario(size: Size) throws -> Scenario {
    let (shown, filter, list) = try start.shown()
    let files = try? directories()
    let bookmarks = files.map { BookmarkFile(path: $0.bookmarks).load().bookmarks } ?? Bookmarks()
    var scenario = Scenario(
      catalog: shown.catalog, size: size, today: try day(), bookmarks: bookmarks
    ) { state in
      if let files { state.apply(LoadedConfiguration.load(files).preferences) }
      state.isAlwaysPlain = start.plain
      state.checked = shown.checked
      BrowserStart(pages: shown.paths, filter: filter, list: list).apply(to: &state, session: nil)
    }
    if let files { scenario.filterFile = SavedFilterFile(path: files.savedFilters).load().filters }
    let pages = PageWorker(pages: shown.paths) { _ in }
    scenario.page = { try? pages.contents($0, $1) }
    if let files, shown.paths.isEmpty {
      scenario.beginVisit(seen: SeenFile(path: files.seen).load().seen)
    }
    return scenario
  }

  private func day() throws -> Day {
    guard let today else { return Day.today() }
    guard let day = Day(iso: today) else {
      throw Failure(.usage, "--today \(safeLine(today)) is not a day: try 2026-11-30")
    }
    return day
  }

  private func recording() throws -> [RecordedInput] {
    guard let replay else { return [] }
    let lines = try FileBytes.read(replay).split(separator: UInt8(ascii: "\n"))
    return try lines.enumerated().map { number, line in
      guard let input = RecordedInput(line: String(decoding: line, as: UTF8.self)) else {
        throw Failure(.badData, "\(safeLine(replay)): line \(number + 1) is not recorded input")
      }
      return input
    }
  }

  private func print(_ scenario: Scenario) {
    var lines = scenario.state.outline
    lines += scenario.effects.map { "effect: \(String(describing: $0).prefix(200))" }
    let text = lines.map { safeLine($0) + "\n" }.joined() + "\n"
    awl.print(text + scenario.screen.map { $0 + "\n" }.joined(), to: STDOUT_FILENO)
  }
}
