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
  func theFirstProgramThatExistsIsTaken(variables: [String: String], arguments: [String]) throws {
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
      openers.choices(for: try SafeLink(Self.url)) == [
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
      openers.choices(for: try SafeLink(Self.url)) == [
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
    #expect(NoOpening.noProgram.description == "no program opens links here: set BROWSER")
  }

  @Test func onlyAbsoluteFoldersOfThePathAreSearched() throws {
    let openers = Openers(environment: ["PATH": ".::bin:/usr/bin", "BROWSER": "evil:good"]) {
      ["./evil", "/evil", "evil", "bin/evil", "/usr/bin/good"].contains($0)
    }
    #expect(
      openers.opening(of: try SafeLink(Self.url)) == .background(["/usr/bin/good", Self.url]))
  }

  @Test(arguments: [
    ("firefox --url=%s", OpenerFault.linkInsideWord("--url=%s")),
    ("firefox {}", .linkInsideWord("{}")),
    ("./browser", .relative("./browser")), ("bin/browser", .relative("bin/browser")),
    ("sh -c firefox", .shell("sh")), ("/bin/bash -lc firefox", .shell("/bin/bash")),
    ("env sh -c %s", .shell("sh")),
    ("fish --command %s", .shell("fish")), ("fish --init-command=x %s", .shell("fish")),
    ("%s", .empty),
  ])
  func wordsThatALinkCouldAbuseAreRefused(browser: String, fault: OpenerFault) throws {
    let openers = openers(["BROWSER": browser + ":lynx"], ["firefox", "sh", "env", "lynx"])
    #expect(openers.faults == [fault])
    #expect(openers.opening(of: try SafeLink(Self.url)) == .terminal(["/usr/bin/lynx", Self.url]))
    let words = browser.split(separator: " ").map(String.init)
    #expect(throws: fault) { try Opener(words: words) }
  }

  @Test func anEmptyOpenerIsRefused() {
    #expect(throws: OpenerFault.empty) { try Opener(words: []) }
    #expect(throws: OpenerFault.empty) { try Opener(words: ["", "x"]) }
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
