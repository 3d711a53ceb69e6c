import CursesTerminal
import Dispatch
import Glibc
import TerminalEvents
import TerminalScreen

/// The loop of the probe.
struct Probe {
  let terminal: Terminal
  /// Text to show a page at a time; empty to show events.
  let lines: [String]
  private var page = 0
  private var reported: [String] = ["ready"]
  private var count = 0
  /// How often a link was asked for: none, two targets, none again.
  private var linkCount = 0

  init(terminal: Terminal, lines: [String]) {
    self.terminal = terminal
    self.lines = lines
  }

  mutating func run() -> Never {
    while true {
      terminal.present(lines.isEmpty ? eventCanvas : pageCanvas)
      for event in terminal.next() { take(event) }
    }
  }
}

extension Probe {
  private mutating func take(_ event: TerminalEvent) {
    count += 1
    switch event {
    case .key(let key): press(key)
    case .paste(let text): tell("paste \(text.utf8.count) \(text)")
    case .mouse(let mouse):
      tell("mouse \(mouse.action) \(mouse.column) \(mouse.row)\(mouse.clicks == 2 ? " twice" : "")")
    case .resized(let size): tell("resized \(size)")
    case .suspendRequested: suspend()
    case .reloadRequested: tell("reload")
    case .resumed: tell("resumed")
    case .woken: tell("woken")
    case .terminate(let signal): terminal.end(bySignal: signal)
    case .inputClosed: quit()
    }
  }

  private mutating func press(_ key: KeyEvent) {
    switch key.description {
    case "q": quit()
    case "n": page += 1
    case "C-z": suspend()
    case "C-l": terminal.redraw()
    case "T": trap([])
    case "D": write(2, "first\nlast \u{1B}[2Jline\n\n", 21)
    case "S": UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
    case "O": tell("\(overflow(1))")
    case "B":
      DispatchQueue.global().async {
        Terminal.coverThread()
        overflowElsewhere()
      }
    case "A": abort()
    case "H":
      write(1, "hanging", 7)
      while true { pause() }
    case "L":
      write(1, "hanging", 7)
      spin()
    case "P":
      write(1, "busy", 4)
      sleep(1)
    case "e": perror("a line for the log")
    case "c": tell("copied \(terminal.copyToClipboard(Array("https://example.org/".utf8)))")
    case "C": tell("copied \(terminal.copyToClipboard([UInt8](repeating: 65, count: 8_193)))")
    case "E": tell("copied \(terminal.copyToClipboard([]))")
    case "W":
      tell(
        "copied \(terminal.copyToClipboard([UInt8](repeating: 65, count: 300), isWrapped: true))")
    case "m": terminal.use(mouse: .wheel)
    case "M": terminal.use(mouse: .full)
    case "0": terminal.use(mouse: .off)
    case "t": terminal.show(title: "awl: probe")
    case "i":
      terminal.show(title: "evil \u{1B}]52;c;AAA\u{7}\n café " + String(repeating: "x", count: 200))
    case "u":
      linkCount += 1
      terminal.useHyperlinks(nil)
      return
    case "p": terminal.show(progress: 40)
    case "g":
      let color = terminal.backgroundColor()
      tell("background \(color.map { "\($0.red) \($0.green) \($0.blue)" } ?? "unknown")")
    case "w":
      let waker = terminal.waker
      Task.detached { waker.wake() }
    case "y":
      terminal.leave()
      system("echo in front; read word; echo read $word; sleep 0.1")
      terminal.enter()
    case "x":
      terminal.leave()
      system("echo in front; read word")
      terminal.enter()
    default: break
    }
    tell("key \(key)")
  }

  /// A loop that never ends.
  private func spin() {
    var round = 0
    while count > 0 { round &+= 1 }
  }

  private mutating func tell(_ text: String) {
    reported.append(text)
  }

  private mutating func suspend() {
    if !terminal.suspend() { tell("no shell to go to") }
  }

  private func quit() -> Never {
    if let line = terminal.restore() { print("last: \(line.text)") }
    exit(0)
  }
}

extension Probe {
  private var eventCanvas: Canvas {
    var canvas = Canvas(columns: terminal.size.columns, rows: terminal.size.rows)
    let borders: BorderSet = terminal.encoding == .utf8 ? .unicode : .ascii
    canvas.frame(canvas.bounds, borders: borders, style: Style(foreground: .blue))
    canvas.draw(
      "probe \(terminal.size) ✓ 中", row: 0, column: 2,
      style: Style(foreground: .brightYellow, attributes: .bold))
    for (row, text) in reported.suffix(max(0, canvas.rows - 2)).enumerated() {
      canvas.draw(SafeText(text), row: row + 1, column: 2, limit: canvas.columns - 4)
    }
    if linkCount > 0 {
      canvas.draw(
        "link one", row: 12, column: 2, style: Style(foreground: .blue, attributes: .underline))
      if linkCount < 3 {
        canvas.link(row: 12, columns: 2..<10, to: "https://example.org/\(linkCount)")
      }
    }
    canvas.draw("\(count) events", row: canvas.rows - 1, column: 2, style: .reverse)
    if count > 0 {
      canvas.cursor = Canvas.Position(row: min(reported.count, canvas.rows - 2), column: 1)
    }
    return canvas
  }

  /// A page of lines, each followed by a bar at the column where we think it ends.
  private var pageCanvas: Canvas {
    var canvas = Canvas(columns: terminal.size.columns, rows: terminal.size.rows)
    let first = page * (canvas.rows - 1)
    for (row, line) in lines.dropFirst(first).prefix(canvas.rows - 1).enumerated() {
      let width = canvas.draw(
        SafeText(line, limit: .max), row: row, column: 0, limit: canvas.columns - 8)
      canvas.draw("|\(width)", row: row, column: width)
    }
    canvas.draw("page \(page) of \(lines.count) lines", row: canvas.rows - 1, column: 0)
    return canvas
  }

  /// Stops as Swift does on an index that is out of range.
  private func trap(_ numbers: [Int]) {
    tellNothing(numbers[count])
  }

  private func tellNothing(_ number: Int) {}

  /// Uses up the stack.
  private func overflow(_ depth: Int) -> Int {
    depth == 0 ? 0 : overflow(depth + 1) + overflow(depth + 2)
  }
}

/// Uses up the stack of a thread that is not the main one.
private func overflowElsewhere() {
  func deeper(_ depth: Int) -> Int { depth == 0 ? 0 : deeper(depth + 1) + deeper(depth + 2) }
  print(deeper(1))
}
