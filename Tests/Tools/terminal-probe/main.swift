// Draws a frame with the terminal's driver and tells the events it gets: for tests in a real
// terminal. Keys make it end in all ways in which a program can end.
//
//     terminal-probe [LOG [TEXT]]
//
// With TEXT it shows that file's lines, each between bars, from a line number that is typed.
import CursesTerminal
import Glibc
import TerminalEvents
import TerminalScreen

let arguments = CommandLine.arguments
var options = TerminalOptions(
  logPath: arguments.count > 1 ? arguments[1] : nil,
  crashMessage: "probe: stopped by an internal error")
options.stallLimit = .milliseconds(300)

do {
  var probe = try Probe(
    terminal: Terminal(options), lines: arguments.count > 2 ? fileLines(arguments[2]) : [])
  probe.run()
} catch {
  print("probe: \(SafeText(error.message).text)")
  exit(1)
}

/// The lines of a file.
func fileLines(_ path: String) -> [String] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&block, 1, block.count, file), count > 0 {
    bytes += block[..<count]
  }
  return bytes.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
}
