import Glibc
import TestSupport
import Testing

/// The completion scripts in the shells they are for, a Tab pressed in each.
@Suite(.enabled(if: TmuxSession.isInstalled, "needs tmux"))
struct CompletionTests {
  private let home: AwlHome

  init() throws {
    home = try AwlHome()
  }

  /// A shell with its script in a terminal; `awl` is on its path.
  private func shell(_ name: String) throws -> TmuxSession {
    let bin = home.folder("bin")
    mkdir(bin, 0o700)
    symlink(AwlHome.program, bin + "/awl")
    let script = try home.output("$awl completions \(name)").replacing("status 0\n", with: "")
    _ = try home.file("completions", script)
    let (options, load) =
      switch name {
      case "bash": (["--norc", "--noprofile"], "source ~/completions")
      case "zsh": (["-f"], "autoload -Uz compinit; compinit -u -D; source ~/completions")
      default: (["--no-config"], "source ~/completions")
      }
    let program = try #require(systemProgram(name))
    var environment = home.environment
    environment["PATH"] = "\(bin):/usr/bin:/bin"
    environment["PS1"] = "> "
    let session = try TmuxSession(
      columns: 110, rows: 30, command: [program] + options, environment: environment)
    session.type(load + "; echo read''y\n")
    try #require(session.wait(forText: "ready"), "\(session.screen)")
    session.press("C-l")
    return session
  }

  /// Types a line and a Tab; whether a line then is on the screen that ends so.
  private func expect(
    _ typed: String, becomes wanted: String, in session: TmuxSession,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    session.type(typed)
    session.press("Tab")
    let isThere = session.wait { $0.contains { $0.hasSuffix(wanted) } }
    #expect(isThere, "\(typed): \(session.screen)", sourceLocation: sourceLocation)
    session.press("C-u", "C-l")
    _ = session.wait { !$0.contains { $0.hasSuffix(wanted) } }
  }

  static let shells = ["bash", "zsh", "fish"].filter { systemProgram($0) != nil }

  @Test func theShellsThatSetupInstallsAreThere() {
    #expect(Self.shells == ["bash", "zsh", "fish"], "Tests/Tools/setup --tests installs them")
  }

  @Test(arguments: shells)
  func commandsAndOptionsAreCompleted(name: String) throws {
    let session = try shell(name)
    expect("awl boo", becomes: "awl bookmarks", in: session)
    expect("awl bookmarks rem", becomes: "awl bookmarks remove", in: session)
    expect("awl entries --fil", becomes: "awl entries --filter", in: session)
    expect("awl entries --format js", becomes: "awl entries --format json", in: session)
    expect("awl completions fi", becomes: "awl completions fish", in: session)
  }

  @Test(arguments: shells)
  func valuesComeFromTheLibrary(name: String) throws {
    let session = try shell(name)
    expect("awl sync S", becomes: "awl sync SE-ML/awesome-seml", in: session)
    expect("awl --list=S", becomes: "--list=SE-ML/awesome-seml", in: session)
    expect("awl entries --filter cate", becomes: "--filter category:", in: session)
    expect("awl entries --filter category:Too", becomes: "category:Tooling", in: session)
    expect("awl entries --filter 'kafka is:must", becomes: "is:must-read'", in: session)
    expect(
      "awl entries --filter category:\\\"Soc", becomes: #"category:\"Social\ Aspects\""#,
      in: session)
  }

  @Test(arguments: shells)
  func filesAreCompletedWhereASourceIsWanted(name: String) throws {
    _ = try home.file("some page.md", "# A\n")
    let session = try shell(name)
    expect("awl entries ~/some", becomes: #"some\ page.md"#, in: session)
  }

  @Test func noScriptHasSyntaxThatItsShellRejects() throws {
    for name in Self.shells {
      let program = try #require(systemProgram(name))
      let output = try home.output(
        "$awl completions \(name) | \(program) -n 2>&1; $awl widget \(name) | \(program) -n 2>&1")
      #expect(output == "status 0\n", "\(name)")
    }
  }
}

/// What `awl complete` prints for the scripts.
struct CompleteValueTests {
  @Test func aListsOwnTextCannotAddLinesOrControlCharacters() throws {
    let home = try AwlHome()
    let page = try home.file(
      "page.md",
      "# P\n\n## A\u{9B}31m\tb `$(x)`\n\n- [One](https://one.example) - One.\n")
    _ = try home.output("$awl follow \(page)")
    let output = try home.output("$awl complete filter category:")
    #expect(output.split(separator: "\n").count == 2, "\(output)")
    #expect(!output.unicodeScalars.contains { $0.value == 0x9B || $0.value == 0x1B })
  }

  @Test func nothingIsMadeOrLocked() throws {
    let home = try AwlHome()
    #expect(try home.output("$awl complete list").hasPrefix("SE-ML/awesome-seml\t84 entries\n"))
    #expect(try home.output("find $HOME -mindepth 1") == "status 0\n")
  }

  @Test func savedFiltersAreCompletedByTheirNames() throws {
    let home = try AwlHome()
    _ = try home.output("mkdir -p $HOME/.local/share/awl")
    _ = try home.file(
      ".local/share/awl/filters.jsonl",
      """
      {"format":"awl-filters","version":1}
      {"name":"streaming","filter":"kafka | flink","added":1,"changed":1}

      """)
    #expect(try home.output("$awl complete saved str") == "streaming\tkafka | flink\nstatus 0\n")
    #expect(try home.output("$awl completions bash").contains("--saved=@saved"))
  }

  @Test func uniqueSubstringsAreFound() throws {
    let home = try AwlHome()
    #expect(try home.output("$awl complete list awesome-s").hasPrefix("SE-ML/awesome-seml\t"))
    #expect(try home.output("$awl complete list nothing-such") == "status 0\n")
    #expect(try home.output("$awl complete no-such-kind x") == "status 0\n")
  }
}
