import Glibc
import LinkOpening
import TestSupport
import Testing

struct OpenersTests {
  static let url = "https://example.com/"

  @Test(arguments: [
    (["BROWSER": "firefox"], ["/usr/bin/firefox", url]),
    (["BROWSER": "missing:firefox:lynx"], ["/usr/bin/firefox", url]),
    (["BROWSER": "firefox --new-tab %s --x"], ["/usr/bin/firefox", "--new-tab", url, "--x"]),
    (["BROWSER": "/opt/my/browser -n"], ["/opt/my/browser", "-n", url]),
    (["BROWSER": "missing"], ["/usr/bin/wslview", url]),
    ([:], ["/usr/bin/wslview", url]),
    (["BROWSER": "", "DISPLAY": ":0"], ["/usr/bin/wslview", url]),
  ])
  func theFirstExistingProgramIsUsed(variables: [String: String], arguments: [String]) throws {
    let openers = openers(variables, ["firefox", "lynx", "wslview", "xdg-open", "/opt/my/browser"])
    #expect(openers.opening(of: try SafeLink(Self.url)) == .background(arguments))
    #expect(openers.faults == [])
  }

  @Test func aConfiguredOpenerComesFirst() throws {
    let mine = try Opener(words: ["my-opener", "%s"])
    let openers = Openers(
      configured: [mine], environment: ["PATH": "/usr/bin", "BROWSER": "firefox"]
    ) { ["/usr/bin/my-opener", "/usr/bin/firefox"].contains($0) }
    #expect(
      try choices(of: openers) == [
        .background(["/usr/bin/my-opener", Self.url]), .background(["/usr/bin/firefox", Self.url]),
      ])
  }

  @Test(arguments: [
    "w3m", "lynx", "links", "elinks", "cha", "browsh", "carbonyl", "lynx -nopause %s",
  ])
  func textBrowsersRunInTheTerminal(browser: String) throws {
    let openers = openers(
      ["BROWSER": browser], ["w3m", "lynx", "links", "elinks", "cha", "browsh", "carbonyl"])
    guard case .terminal(let arguments) = openers.opening(of: try SafeLink(Self.url)) else {
      Issue.record("\(browser) is not in the terminal")
      return
    }
    #expect(arguments.last == Self.url)
  }

  @Test func aProgramWhoseDesktopEntrySaysSoRunsInTheTerminal() throws {
    let folder = try TemporaryFolder()
    mkdir(folder("applications"), 0o700)
    let entry = "[Desktop Entry]\nName=X\nExec=/usr/bin/my-browser %u\nTerminal=true\n"
    try put(entry.utf8, into: folder("applications/my.desktop"))
    let other = "[Desktop Entry]\nExec=other %u\n[Desktop Action x]\nTerminal=true\n"
    try put(other.utf8, into: folder("applications/other.desktop"))
    let variables = [
      "BROWSER": "my-browser:other", "PATH": "/usr/bin", "XDG_DATA_HOME": folder.path,
    ]
    let entries = DesktopEntries(environment: variables)
    let openers = Openers(
      environment: variables,
      isExecutable: { ["/usr/bin/my-browser", "/usr/bin/other"].contains($0) },
      wantsTerminal: { entries.runInTerminal($0) })
    #expect(
      try choices(of: openers) == [
        .terminal(["/usr/bin/my-browser", Self.url]), .background(["/usr/bin/other", Self.url]),
      ])
  }

  @Test func theConfigurationSaysWhatRunsInTheTerminal() throws {
    #expect(try Opener(words: ["w3m"], isInTerminal: false).isInTerminal == false)
    #expect(try Opener(words: ["carbonyl"], isInTerminal: true).isInTerminal)
  }

  @Test func withoutADisplayTheDesktopsOpenerIsNotTried() throws {
    let link = try SafeLink(Self.url)
    #expect(openers([:], ["xdg-open", "open"]).opening(of: link) == .copyOnly(.noDisplay))
    #expect(
      openers(["DISPLAY": ""], ["xdg-open"]).opening(of: link) == .copyOnly(.noDisplay))
    #expect(
      openers(["DISPLAY": ":0"], ["xdg-open", "open"]).opening(of: link)
        == .background(["/usr/bin/xdg-open", Self.url]))
    #expect(
      openers(["WAYLAND_DISPLAY": "wayland-0"], ["open"]).opening(of: link)
        == .background(["/usr/bin/open", Self.url]))
    #expect(openers([:], []).opening(of: link) == .copyOnly(.noProgram))
    #expect(CopyOnlyReason.noProgram.description == "no program opens links here: set BROWSER")
  }

  @Test func onlyAbsoluteFoldersOfThePathAreSearched() throws {
    let openers = Openers(environment: ["PATH": ".::bin:/usr/bin", "BROWSER": "evil:good"]) {
      ["./evil", "/evil", "evil", "bin/evil", "/usr/bin/good"].contains($0)
    }
    #expect(
      openers.opening(of: try SafeLink(Self.url)) == .background(["/usr/bin/good", Self.url]))
  }

  @Test(arguments: [
    ("firefox --url=%s", OpenerError.linkInsideWord("--url=%s")),
    ("firefox {}", .linkInsideWord("{}")),
    ("firefox --url={url}", .linkInsideWord("--url={url}")),
    ("firefox x{title}", .linkInsideWord("x{title}")),
    ("./browser", .relative("./browser")), ("bin/browser", .relative("bin/browser")),
    ("sh -c firefox", .shell("sh")), ("/bin/bash -lc firefox", .shell("/bin/bash")),
    ("env sh -c %s", .shell("sh")),
    ("fish --command %s", .shell("fish")), ("fish --init-command=x %s", .shell("fish")),
    ("%s", .empty),
  ])
  func wordsThatALinkCouldAbuseAreRefused(browser: String, fault: OpenerError) throws {
    let openers = openers(["BROWSER": browser + ":lynx"], ["firefox", "sh", "env", "lynx"])
    #expect(openers.faults == [fault])
    #expect(openers.opening(of: try SafeLink(Self.url)) == .terminal(["/usr/bin/lynx", Self.url]))
    let words = browser.split(separator: " ").map(String.init)
    #expect(throws: fault) { try Opener(words: words) }
  }

  @Test func anEmptyOpenerIsRefused() {
    #expect(throws: OpenerError.empty) { try Opener(words: []) }
    #expect(throws: OpenerError.empty) { try Opener(words: ["", "x"]) }
  }

  @Test func onlyOpenersThatFitALinkAreOffered() throws {
    let configured = [
      try Opener(words: ["mpv"], rule: LinkRule(hosts: ["video.example"]), name: "video"),
      try Opener(words: ["reader"], name: "papers", query: "is:paper"),
    ]
    let openers = Openers(
      configured: configured, environment: ["PATH": "/usr/bin", "BROWSER": "firefox"]
    ) { ["/usr/bin/mpv", "/usr/bin/reader", "/usr/bin/firefox"].contains($0) }
    let video = try SafeLink("https://www.video.example/1")
    #expect(openers.choices(for: video).map(\.name) == ["video", "/usr/bin/firefox"])
    let paper = try SafeLink("https://paper.example/")
    #expect(openers.choices(for: paper).map(\.name) == ["/usr/bin/firefox"])
    let choices = openers.choices(for: paper) { $0 == "is:paper" }
    #expect(choices.map(\.name) == ["papers", "/usr/bin/firefox"])
    #expect(choices.map(\.number) == [1, 2])
    #expect(
      openers.opening(of: paper, matches: { $0 == "is:paper" })
        == .background(["/usr/bin/reader", "https://paper.example/"]))
  }

  @Test func anOpenerThatAsksIsNamedBeforeItOpens() throws {
    let openers = Openers(
      configured: [
        try Opener(
          words: ["mpv"], rule: LinkRule(hosts: ["video.example"]), name: "video", asks: true)
      ], environment: ["PATH": "/usr/bin", "BROWSER": "firefox"]
    ) { ["/usr/bin/mpv", "/usr/bin/firefox"].contains($0) }
    #expect(openers.asking(for: try SafeLink("https://video.example/"))?.name == "video")
    #expect(openers.asking(for: try SafeLink(Self.url)) == nil)
  }

  @Test func titlesAndListsAreWordsOfAnOpener() throws {
    let openers = Openers(
      configured: [try Opener(words: ["save", "--title", "{title}", "{url}", "--", "{list}"])],
      environment: ["PATH": "/usr/bin"]
    ) { $0 == "/usr/bin/save" }
    let link = try SafeLink(Self.url)
    let subject = CommandSubject([.title: "A $(title)\n;", .list: "-x/y"])
    #expect(
      openers.opening(of: link, subject)
        == .background(
          ["/usr/bin/save", "--title", "A $(title) ;", Self.url, "--", "-x/y"]))
    guard case .refused(let reason) = openers.opening(of: link, CommandSubject([.title: "--help"]))
    else {
      Issue.record("a title was taken for an option")
      return
    }
    #expect("\(reason)" == "the entry's title begins with -: put \"--\" before {title}")
  }

  /// The command that each offered opener would run.
  private func choices(of openers: Openers) throws -> [Opening?] {
    let link = try SafeLink(Self.url)
    return openers.choices(for: link).map { openers.opening(of: link, by: $0.number) }
  }

  private func openers(_ variables: [String: String], _ programs: [String]) -> Openers {
    let there = programs.map { $0.hasPrefix("/") ? $0 : "/usr/bin/" + $0 }
    return Openers(
      environment: variables.merging(["PATH": "/usr/local/bin:/usr/bin"]) { old, _ in old }
    ) {
      there.contains($0)
    }
  }
}
