import Glibc
import TestSupport
import Testing

/// Copying with the real programs of an X display.
@Suite(.serialized, .enabled(if: Display.isInstalled, "needs Xvfb, xclip and xsel"))
struct DisplayTests {
  @Test(arguments: ["xclip", "xsel"])
  func theProgramHasTheTextInTheClipboardOfTheDisplay(program: String) throws {
    let display = try Display()
    let home = try AwlHome()
    try home.configure("copy-with = \"\(program)\"\n")
    let terminal = try home.terminal(environment: ["DISPLAY": display.name], columns: 120)
    try #require(terminal.wait(forText: "84/84"))
    terminal.send("yy")
    #expect(terminal.wait(forText: "copied the URL (\(program))"))
    // Read by the other program, which proves that it is the display's clipboard.
    let reader = program == "xclip" ? "xsel --clipboard --output" : "xclip -o -selection clipboard"
    let read = try home.output(reader, environment: ["DISPLAY": display.name])
    #expect(read == "https://aimstack.iostatus 0\n")
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func aMissingDisplayIsReportedAndTheTerminalCopies() throws {
    let home = try AwlHome()
    let terminal = try home.terminal(environment: ["DISPLAY": ":997"], columns: 160)
    try #require(terminal.wait(forText: "84/84"))
    terminal.send("yy")
    #expect(terminal.wait(forText: "copied the URL (OSC 52; "))
    #expect(terminal.wait(forText: "Can't open display"))
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }
}

/// An X server without a screen of its own, which ends with the value that owns it.
private final class Display {
  static var isInstalled: Bool {
    ["Xvfb", "xclip", "xsel"].allSatisfy { systemProgram($0) != nil }
  }

  /// The value of DISPLAY.
  let name: String
  private let process: SpawnedProcess

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw TestFailure("no pipe") }
    defer { for end in ends { close(end) } }
    // It writes the number that it has found for itself once it takes connections.
    process = try SpawnedProcess(
      "/usr/bin/Xvfb", ["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "64x64x8"],
      environment: ["PATH": "/usr/bin:/bin"], streams: .descriptor(ends[1]))
    var written: [UInt8] = []
    while !written.contains(10) {
      var poller = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
      var byte: UInt8 = 0
      guard poll(&poller, 1, 60_000) == 1, read(ends[0], &byte, 1) == 1 else { break }
      // Anything but digits is a warning of the server.
      written = byte == 10 && written.isEmpty ? [] : written + [byte]
      if byte == 10, !written.dropLast().allSatisfy({ (0x30...0x39).contains($0) }) { written = [] }
    }
    name = ":" + String(decoding: written.dropLast(), as: UTF8.self)
  }

  deinit {
    kill(process.id, SIGTERM)
    var status: Int32 = 0
    waitpid(process.id, &status, 0)
  }
}

/// Copying with the real program of a Wayland display.
@Suite(.enabled(if: WaylandDisplay.isInstalled, "needs sway and wl-clipboard"))
struct WaylandTests {
  @Test func theTextIsInTheClipboardOfTheDisplay() throws {
    let display = try WaylandDisplay()
    let home = try AwlHome()
    let terminal = try home.terminal(environment: display.variables, columns: 120)
    try #require(terminal.wait(forText: "84/84"))
    terminal.send("yy")
    #expect(terminal.wait(forText: "copied the URL (wl-copy)"))
    let read = try home.output("wl-paste --no-newline", environment: display.variables)
    #expect(read == "https://aimstack.iostatus 0\n")
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }
}

/// A Wayland compositor without a screen, which ends with the value that owns it.
private final class WaylandDisplay {
  static var isInstalled: Bool {
    ["sway", "wl-copy", "wl-paste", "setpriv"].allSatisfy { systemProgram($0) != nil }
  }

  private let folder: TemporaryFolder
  private let process: SpawnedProcess

  /// The variables that a program needs to find it.
  var variables: [String: String] {
    ["XDG_RUNTIME_DIR": folder.path, "WAYLAND_DISPLAY": "wayland-1"]
  }

  init() throws {
    folder = try TemporaryFolder()
    let configuration = folder("config")
    try put("xwayland disable\n".utf8, into: configuration, mode: 0o644)
    var words = ["/usr/bin/sway", "-c", configuration]
    if getuid() == 0 {
      // It refuses to run for root, who can connect to it all the same.
      let nobody: uid_t = 65_534
      chown(folder.path, nobody, nobody)
      words = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] + words
    }
    process = try SpawnedProcess(
      words[0], Array(words.dropFirst()),
      environment: [
        "PATH": "/usr/bin:/bin", "HOME": folder.path, "XDG_RUNTIME_DIR": folder.path,
        "WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1",
      ], streams: .files(output: "/dev/null", errors: "/dev/null"))
    guard wait(until: { access(folder("wayland-1"), F_OK) == 0 }) else {
      throw TestFailure("sway does not start")
    }
  }

  deinit {
    kill(process.id, SIGTERM)
    var status: Int32 = 0
    waitpid(process.id, &status, 0)
  }
}
