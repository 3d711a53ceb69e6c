import Glibc
import TestSupport
import Testing

/// Runs the pipes of docs/recipes.md as written.
///
/// Programs that may be missing are replaced by stubs that do what the recipe needs.
struct RecipeTests {
  private let home: AwlHome

  init() throws {
    home = try AwlHome()
    mkdir(home.folder("bin"), 0o700)
    symlink(AwlHome.program, home.folder("bin/awl"))
  }

  /// The lines of code below each heading.
  private static let recipes: [(heading: String, lines: [String])] = {
    var recipes: [(heading: String, lines: [String])] = []
    for line in text(projectFile("docs/recipes.md")).split(separator: "\n") {
      if line.hasPrefix("## ") {
        recipes.append((String(line.dropFirst(3)), []))
      } else if line.hasPrefix("    "), !recipes.isEmpty {
        recipes[recipes.count - 1].lines.append(String(line.dropFirst(4)))
      }
    }
    return recipes
  }()

  /// The line of code that begins so; reading it marks it as tried.
  private func recipe(_ start: String, containing part: String = "") throws -> String {
    let lines = Self.recipes.flatMap(\.lines)
    return try #require(lines.first { $0.hasPrefix(start) && $0.contains(part) }, "no \(start)")
  }

  private func stub(_ name: String, _ script: String) throws {
    _ = try home.program("bin/\(name)", "#!/bin/sh\n\(script)\n")
  }

  private func run(_ line: String) throws -> String {
    try home.output("cd; PATH=$HOME/bin:$PATH; " + line)
  }

  /// Runs a line in a terminal, picks the entry on tensorboard, and waits for the end.
  private func pick(_ line: String) throws -> PseudoTerminal {
    let terminal = try home.terminal("cd; PATH=$HOME/bin:$PATH; \(line); echo \"status $?\"")
    try #require(terminal.wait(forText: "/84"))
    terminal.send("tensorboard")
    try #require(terminal.wait(forText: "1/"))
    terminal.send("\r")
    #expect(terminal.wait(forText: "status 0"))
    return terminal
  }

  @Test func eachRecipeHasALineAndTenAreThere() {
    #expect(Self.recipes.count >= 10)
    for recipe in Self.recipes { #expect(!recipe.lines.isEmpty, "\(recipe.heading)") }
    // Each line below is looked up by its start; one more in the document needs a test.
    #expect(Self.recipes.flatMap(\.lines).count == 14)
  }

  @Test func tmux() throws {
    try stub("tmux", "[ $1 = load-buffer ] && exec cat >$HOME/buffer; exec sh -c \"$3\"")
    _ = try pick(recipe("tmux"))
    #expect(text(home.folder("buffer")).hasPrefix("https://"))
  }

  @Test(arguments: ["rofi", "dmenu"])
  func menus(menu: String) throws {
    try stub(menu, "grep -m 1 TensorBoard")
    try stub("browser", "echo \"$*\" >$HOME/opened")
    _ = try run(
      "export BROWSER=$HOME/bin/browser; "
        + recipe("awl entries --format tsv", containing: "| \(menu) "))
    #expect(wait { text(home.folder("opened")).hasPrefix("https://www.tensorflow.org/") })
  }

  @Test func fzf() throws {
    // The program itself, if there is one; it then matches without a screen.
    let real = "[ -x /usr/bin/fzf ] && exec /usr/bin/fzf \"$@\" -f TensorBoard"
    try stub("fzf", real + "\ngrep TensorBoard")
    let output = try run(recipe("awl entries --format tsv", containing: "| fzf "))
    #expect(output.hasPrefix("https://www.tensorflow.org/"), "\(output)")
  }

  @Test func newsboat() throws {
    let line = try recipe("\"exec:")
    let command = try #require(line.split(separator: "\"").first).dropFirst("exec:".count)
    let output = try run(String(command))
    #expect(output.contains("<feed") && output.contains("<entry>"), "\(output.prefix(300))")
    guard let program = systemProgram("newsboat") else {
      print("skipped: newsboat is not installed; its feed alone was checked")
      return
    }
    _ = try home.file("urls", line + "\n")
    let reported = try run("\(program) -u urls -c cache -x reload print-unread 2>&1")
    #expect(reported.contains("unread articles") && !reported.hasPrefix("0 "), "\(reported)")
  }

  @Test func mail() throws {
    let repository = try SampleRepository()
    try repository.commit(["README.md": "# A\n\n- [Old](https://old.example)\n"], day: 0)
    _ = try home.output("$awl follow \(repository.path); $awl new --since-last mail")
    try repository.commit(
      ["README.md": "# A\n\n- [Old](https://old.example)\n- [New](https://new.example)\n"], day: 5)
    _ = try home.output("$awl sync")
    try stub("sendmail", "[ \"$*\" = -t ] && cat >$HOME/sent")
    #expect(try run(recipe("awl new --quiet")).hasSuffix("status 0\n"))
    #expect(text(home.folder("sent")).contains("https://new.example"))
  }

  @Test func jq() throws {
    guard systemProgram("jq") != nil else {
      print("skipped: the recipes with jq, which is not installed")
      return
    }
    let hosts = try run(recipe("awl entries --format json"))
    #expect(hosts.contains(" arxiv.org\n") && hosts.hasSuffix("status 0\n"), "\(hosts)")

    _ = try run("awl bookmarks add https://one.example; awl bookmarks add https://two.example")
    let bookmarks = home.folder(".local/share/awl/bookmarks.jsonl")
    let later = text(bookmarks)
      .replacing("\"later\":false", with: "\"later\":true", maxReplacements: 1)
    try put(later.utf8, into: bookmarks)
    try stub("wget", "cat >$HOME/fetched")
    #expect(try run(recipe("awl bookmarks", containing: "wget")).hasSuffix("status 0\n"))
    #expect(text(home.folder("fetched")) == "https://one.example\n")

    try stub("curl", "[ \"$4\" = https://one.example ]")
    #expect(try run(recipe("awl bookmarks", containing: "curl")).hasPrefix("https://two.example\n"))
  }

  @Test func noteOfTheWeek() throws {
    let repository = try SampleRepository()
    // Days are counted from 2020-01-01.
    let today = (time(nil) - 1_577_836_800) / 86_400
    let list = "# A\n\n## Things\n\n- [Old](https://old.example) - Old.\n"
    try repository.commit(["README.md": list], day: 0)
    try repository.commit(
      ["README.md": list + "- [New](https://new.example) - New.\n"], day: today - 1)
    _ = try home.output("$awl follow \(repository.path)")
    #expect(try run(recipe("awl new --since 1w")).hasSuffix("status 0\n"))
    let notes = text(home.folder("notes.md"))
    #expect(notes.contains("https://new.example") && !notes.contains("https://old.example"))
  }

  @Test func cloneWhatIsPicked() throws {
    try stub("git", "echo \"$*\" >>$HOME/cloned")
    let terminal = try home.terminal(
      "cd; PATH=$HOME/bin:$PATH; \(recipe("awl pick --filter")); echo \"status $?\"")
    try #require(terminal.wait(forText: "/84"))
    terminal.send("\r")
    #expect(terminal.wait(forText: "status 0"))
    #expect(text(home.folder("cloned")).hasPrefix("clone --depth 1 -- https://github.com/"))
  }

  @Test func clipboard() throws {
    try stub("xclip", "[ \"$*\" = '-selection clipboard' ] && cat >$HOME/clip")
    _ = try pick(recipe("awl pick | xclip"))
    #expect(text(home.folder("clip")).hasPrefix("https://"))
  }

  @Test func anEntryToStartTheDayWith() throws {
    let output = try run(recipe("awl entries | shuf"))
    #expect(output.split(separator: "\n").count == 2 && output.contains("  http"), "\(output)")
  }

  @Test func aUsersOwnList() throws {
    _ = try home.file(
      "README.md",
      "# A\n\n## B\n\n- [One](https://one.example) - One.\n- [Two](https://two.example/\n")
    let output = try run(recipe("awl entries --issues"))
    #expect(output.contains("README.md:6: a link"), "\(output)")
  }
}
