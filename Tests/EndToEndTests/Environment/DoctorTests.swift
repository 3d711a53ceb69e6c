import Foundation
import Glibc
import TestSupport
import Testing

/// `awl doctor` in environments that a test makes.
struct DoctorTests {
  /// A home in which every check passes, with the programs that the checks need.
  private func soundHome() throws -> AwlHome {
    let home = try AwlHome()
    mkdir(home.folder("bin"), 0o700)
    try program("git", "echo git version 2.40.1", in: home)
    try program("w3m", "exit 0", in: home)
    return home
  }

  private func program(_ name: String, _ script: String, in home: AwlHome) throws {
    _ = try home.program("bin/\(name)", "#!/bin/sh\n\(script)\n")
  }

  private func doctor(_ home: AwlHome, _ variables: [String: String] = [:]) throws -> String {
    let base = ["PATH": home.folder("bin"), "BROWSER": "w3m"]
    return try home.output("exec 2>&1; $awl doctor", environment: base.merging(variables) { $1 })
  }

  /// The line of a check and what follows it up to the next check.
  private func finding(_ check: String, in output: String) -> String {
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.contains(" \(check) ") }) else { return "" }
    let fix = lines.dropFirst(start + 1).prefix { $0.hasPrefix("         fix:") }
    return ([lines[start]] + fix).joined(separator: "\n")
  }

  @Test func nothingIsWrongInASoundHomeAndNothingIsChanged() throws {
    let home = try soundHome()
    let before = try home.output("/usr/bin/find $HOME | /usr/bin/sort")
    let output = try doctor(home)
    #expect(output.hasSuffix("\nno problems\nstatus 0\n"), "\(output)")
    #expect(finding("git", in: output).hasPrefix("ok       git                 2.40.1, "))
    #expect(finding("opener", in: output).contains("/bin/w3m, in the terminal"))
    #expect(finding("locale", in: output).contains("LANG=C.UTF-8"))
    #expect(
      finding("width.emoji", in: output).hasPrefix("skipped  width.emoji         not queried"))
    #expect(try home.output("/usr/bin/find $HOME | /usr/bin/sort") == before)
  }

  @Test func theWholeReportIsAsRecorded() throws {
    let home = try soundHome()
    let lines = try doctor(home).split(separator: "\n", omittingEmptySubsequences: false)
    let report = lines.map { line in
      // What differs from machine to machine is left out.
      if line.contains(" awl.version ") { return line.prefix(29) + "VERSION, PROGRAM" }
      if line.contains(" space."), let end = line.range(of: " free") {
        return line.prefix(29) + "SIZE" + line[end.lowerBound...]
      }
      return line
    }.joined(separator: "\n").replacing(home.folder.path, with: "~")
    expectSnapshot(
      report, at: "Tests/BrowserViewsTests/Screens/Capabilities/doctor.txt")
  }

  @Test(
    arguments: [
      (["TERM": "no-such-terminal"], "terminal.type", "terminfo does not know", "ncurses-term"),
      (["TERM": "dumb"], "terminal.type", "cannot position the cursor", "set TERM"),
      (["LANG": "C"], "locale", "LANG=C is not UTF-8", "export LC_ALL=C.UTF-8"),
      (["BROWSER": "", "PATH": "/nonexistent"], "opener", "no program opens links", "set BROWSER"),
      (["BROWSER": "sh -c %s:w3m"], "opener.browser", "a link could abuse", "name the program"),
      (["PATH": "/nonexistent"], "git", "git was not found", "install it"),
      (["VTE_VERSION": "7200"], "clipboard", "VTE", "install xclip"),
    ] as [([String: String], String, String, String)])
  func eachProblemNamesItsFix(
    variables: [String: String], check: String, found: String, fix: String
  ) throws {
    let output = try doctor(soundHome(), variables)
    let finding = finding(check, in: output)
    #expect(finding.hasPrefix("problem  \(check) "), "\(output)")
    #expect(finding.contains(found), "\(finding)")
    #expect(finding.contains("fix: ") && finding.contains(fix), "\(finding)")
    #expect(output.hasSuffix("status 1\n"), "\(output)")
  }

  @Test func theProgramsOfTheConfigurationAreLookedFor() throws {
    let home = try soundHome()
    let plain = try home.file("plain", "#!/bin/sh\n")
    try home.configure(
      """
      [[openers]]
      name = "papers"
      run = ["no-such-viewer", "{url}"]
      host = "arxiv.org"
      [[openers]]
      run = ["w3m"]
      [commands.archive]
      run = ["\(plain)", "--", "{url}"]
      [commands.text]
      run = ["w3m", "-dump", "{url}"]

      """)
    let output = try doctor(home)
    let bin = home.folder("bin")
    #expect(output.contains("problem  opener.configured   papers: no-such-viewer was not found\n"))
    #expect(output.contains("fix: install it, or give its whole path in config.toml\n"))
    #expect(output.contains("ok       opener.configured   \(bin)/w3m\n"))
    #expect(output.contains("problem  command             archive: \(plain) cannot be run\n"))
    #expect(output.contains("fix: chmod +x \(plain)\n"))
    #expect(output.contains("ok       command             text: \(bin)/w3m\n"))
    #expect(output.hasSuffix("\n2 problems\nstatus 1\n"))
  }

  @Test func tmuxIsAskedWhetherItPassesTheClipboardOn() throws {
    let home = try soundHome()
    try program("tmux", "[ \"$*\" = 'show-options -sv set-clipboard' ] && echo off", in: home)
    let inTmux = ["TMUX": "/tmp/socket,1,0"]
    let output = try doctor(home, inTmux)
    #expect(finding("clipboard", in: output).contains("fix: tmux set -s set-clipboard external"))
    try program("tmux", "echo external", in: home)
    #expect(try finding("clipboard", in: doctor(home, inTmux)).hasPrefix("ok       clipboard"))
    try program("tmux", "exec /bin/sleep 60", in: home)
    #expect(try finding("clipboard", in: doctor(home, inTmux)).hasPrefix("skipped  clipboard"))
  }

  @Test func filesAreCheckedForDamagePermissionsAndLocks() throws {
    let home = try soundHome()
    _ = try home.output("$awl bookmarks add https://one.example")
    let bookmarks = home.folder(".local/share/awl/bookmarks.jsonl")
    #expect(try finding("file.bookmarks", in: doctor(home)).hasPrefix("ok       file.bookmarks"))

    chmod(bookmarks, 0o666)
    #expect(try finding("file.bookmarks", in: doctor(home)).contains("fix: chmod o-w"))
    chmod(bookmarks, 0o600)

    let line = try home.output(
      "/usr/bin/flock $HOME/.local/share/awl/.bookmarks.jsonl.lock $awl doctor | /bin/grep 'file.bookmarks '"
    )
    #expect(line.contains("is locked by process"), "\(line)")

    try put(contents(bookmarks).map { $0 + Array("{\"url\":\n".utf8) } ?? [], into: bookmarks)
    let damaged = try finding("file.bookmarks", in: doctor(home))
    #expect(damaged.contains("bookmarks.jsonl:3: "), "\(damaged)")
    #expect(damaged.contains("fix: "))
  }

  @Test func otherFilesOfLinesAreCheckedLineByLine() throws {
    let home = try soundHome()
    _ = try home.output("/bin/mkdir -p $HOME/.local/state/awl")
    _ = try home.file(
      ".local/state/awl/some.jsonl",
      "{\"format\":\"awl-some\",\"version\":1}\n\n{\"a\":1}\nno\n{}x\n")
    let finding = try finding("file.some", in: doctor(home))
    #expect(finding.contains("some.jsonl:4: 2 damaged lines"), "\(finding)")
  }

  @Test func aFolderThatCannotBeMadeAndAForeignCatalogAreProblems() throws {
    let home = try soundHome()
    _ = try home.output("/bin/mkdir -p $HOME/.cache/awl; echo x > $HOME/.cache/awl/catalog.image")
    try put("no database".utf8, into: home.folder(".cache/awl/catalog.sqlite"))
    try put([], into: home.folder("file"))
    let output = try doctor(home, ["XDG_CONFIG_HOME": home.folder("file")])
    #expect(finding("library.catalog", in: output).contains("fix: awl sync"))
    #expect(finding("library.database", in: output).contains("fix: delete it"))
    #expect(finding("folder.config", in: output).hasPrefix("problem"), "\(output)")
  }

  @Test func anotherAwlThatComesFirstOnThePathIsAProblem() throws {
    let home = try soundHome()
    try program("awl", "exit 0", in: home)
    #expect(try finding("awl.path", in: doctor(home)).contains("which is another awl"))
  }

  @Test func jsonHasALineForEachCheck() throws {
    let home = try soundHome()
    let output = try home.output(
      "$awl doctor --json",
      environment: ["PATH": home.folder("bin"), "LANG": "C", "BROWSER": "w3m"])
    let lines = output.split(separator: "\n").dropLast()
    let findings = try lines.map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: String])
    }
    #expect(findings.count > 15)
    for finding in findings {
      let isProblem = finding["status"] == "problem"
      #expect(finding["check"] != nil && finding["found"] != nil)
      #expect((finding["fix"] != nil) == isProblem, "\(finding)")
      #expect(isProblem == (finding["check"] == "locale"), "\(finding)")
    }
    #expect(output.hasSuffix("status 1\n"))
  }
}
