import Glibc
import TestSupport
import Testing

/// What docs/files.md promises of files of other versions, file by file and with the built program.
///
/// Fixtures/0.1.0 is a home folder with the files as 0.1.0 wrote them.
@Suite(.enabled(if: TmuxSession.isInstalled, "needs tmux"))
struct FileCompatibilityTests {
  struct FileCase: Sendable, CustomTestStringConvertible {
    /// The file's path below the home folder.
    let path: String
    /// A shell command that prints the file's contents, and texts that it prints.
    var read = "true"
    var shown: [String] = []
    /// Keys on the first screen that show the file's contents, and that text.
    var look = ""
    var onScreen = "/84"
    /// A shell line that writes the file, or keys that do; of both, the line for a later version.
    var write = ""
    var keys: String?
    /// The complaint about a file of a later version; nil if there is none.
    var refusal: String? = "version 99"
    /// Whether a file of a later version is left unchanged.
    var isNeverReplaced = true
    /// Whether writing keeps the lines that are there.
    var keepsLines = true

    var testDescription: String { path }
  }

  static let cases = [
    FileCase(
      path: ".local/share/awl/bookmarks.jsonl", read: "$awl bookmarks list --format json",
      shown: [
        #""title":"Aim""#, #""tags":["tracking","to try"]"#, #""note":"ask Ann – été""#,
        #""category":["Tooling"]"#, #""day":"2022-02-11""#, #""stars":3000"#,
        #""title":"A \"quoted\" paper""#, #""later":true"#,
      ], write: "$awl bookmarks add https://new.example"),
    FileCase(
      path: ".local/share/awl/follows.jsonl", read: "$awl lists",
      shown: ["/nowhere/lists", "own/alpha"],
      write: "printf '%s\\n' '# L' '- [E](https://e.example) - x' > page.md; $awl follow page.md"),
    FileCase(
      path: ".local/share/awl/filters.jsonl",
      read: "$awl entries --saved tensors; $awl --saved none 2>&1",
      shown: ["TensorFlow", "two words"], keys: "/kafka\r:save new\r"),
    FileCase(
      path: ".local/share/awl/seen.jsonl", write: "$awl new --unseen --mark-seen", keys: "j"),
    FileCase(
      path: ".local/state/awl/filters.jsonl", look: "/\u{10}", onScreen: "'tensorflow",
      keys: "/kafka\r", refusal: nil, isNeverReplaced: false, keepsLines: false),
    FileCase(
      path: ".local/state/awl/filter-history.jsonl", look: "/\u{10}", onScreen: "'tensorflow",
      keys: "/kafka\r", refusal: nil),
    FileCase(
      path: ".local/state/awl/session.json", onScreen: "'tensorflow", keys: "j", refusal: nil,
      keepsLines: false),
    FileCase(
      path: ".local/state/awl/digests/weekly.jsonl", write: "$awl new --since-last weekly"),
    FileCase(
      path: ".local/state/awl/undo.jsonl",
      read: "$awl bookmarks import imported.jsonl; cp undo.bak .local/state/awl/undo.jsonl; "
        + "$awl bookmarks undo",
      shown: ["undone: import of old.html"],
      write: "$awl bookmarks import imported.jsonl", refusal: nil, isNeverReplaced: false,
      keepsLines: false),
    FileCase(
      path: "site/.awl-publish.jsonl", read: "$awl publish site --dry-run", shown: ["files"],
      write: "$awl publish site", refusal: "later version", keepsLines: false),
  ]

  @Test(arguments: cases) func aFileOf010IsReadAndItsLinesAreKept(file: FileCase) throws {
    let home = try AwlHome()
    let content = fixture(file.path)
    try install(file, content, in: home)
    let printed = try home.output("cd; (\(file.read)) 2>&1")
    for text in file.shown { #expect(printed.contains(text), "\(printed)") }
    if file.read != "true" { try install(file, content, in: home) }
    let said = try write(file, in: home, showing: file.onScreen)
    guard file.keepsLines else { return }
    expectLines(of: content, in: home.folder(file.path), "\(said)")
  }

  @Test(arguments: cases.filter(\.keepsLines))
  func membersOfALaterVersionAreKept(file: FileCase) throws {
    let home = try AwlHome()
    let lines = fixture(file.path).split(separator: "\n")
    let content = (lines.prefix(1) + lines.dropFirst().map { $0.dropLast() + #","later-x":[1]}"# })
      .joined(separator: "\n")
    // A digest and the history of filters are replaced: of these only the known members are kept.
    guard !file.path.contains("state") else { return }
    try install(file, content + "\n", in: home)
    let said = try write(file, in: home, showing: file.onScreen)
    expectLines(of: content, in: home.folder(file.path), said)
  }

  @Test(arguments: cases.filter(\.isNeverReplaced))
  func aFileOfANewerVersionIsLeftUnchanged(file: FileCase) throws {
    let home = try AwlHome()
    let content = fixture(file.path).replacing(#""version":1"#, with: #""version":99,"x":[1]"#)
    try install(file, content, in: home)
    let said = try write(file, in: home, showing: "/84", saying: file.refusal)
    #expect(file.refusal.map { said.contains($0) } ?? true, "\(said)")
    #expect(text(home.folder(file.path)) == content)
  }

  private func fixture(_ path: String) -> String {
    text(projectFile("Tests/EndToEndTests/Fixtures/0.1.0/\(path)"))
  }

  /// Puts a file into a home folder, with everything the commands need.
  private func install(_ file: FileCase, _ content: String, in home: AwlHome) throws {
    let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
    _ = try home.output("mkdir -p \"$HOME/\(folder)\"")
    _ = try home.file(file.path, content)
    _ = try home.file("imported.jsonl", fixture("imported.jsonl"))
    _ = try home.file("undo.bak", content)
  }

  /// Makes awl write a file, and returns its output.
  private func write(
    _ file: FileCase, in home: AwlHome, showing shown: String, saying text: String? = nil
  ) throws -> String {
    guard let keys = file.keys, text == nil || file.write.isEmpty else {
      return try home.output("cd; (\(file.write)) 2>&1")
    }
    let session = try home.screen(shown: file.look.isEmpty ? shown : "84/84")
    if !file.look.isEmpty, text == nil, shown == file.onScreen {
      session.type(file.look)
      #expect(session.wait(forText: shown))
      session.press("Escape")
      #expect(session.wait(forText: "84/84"))
    }
    session.type(keys)
    if let text { #expect(session.wait(forText: text)) }
    let screen = session.screen.joined(separator: "\n")
    session.press("Q")
    #expect(session.wait(forText: text == nil ? "status 0" : "status"))
    return screen
  }

  private func expectLines(of content: String, in path: String, _ said: String) {
    let now = text(path).split(separator: "\n")
    let lines = content.split(separator: "\n")
    for line in lines { #expect(now.contains(line), "\(said)\n\(now)") }
    #expect(now.count > lines.count, "\(said)")
  }
}
