import CursesTerminal
import Testing

/// The options read from the environment.
struct TerminalOptionsTests {
  @Test func anEmptyEnvironmentHasDefaults() {
    let options = TerminalOptions(logPath: nil) { _ in nil }
    #expect(options.type == "")
    #expect(options.usesColor)
    #expect(options.escapeDelay == .milliseconds(25))
    #expect(options.encoding == .utf8)
    #expect(options.logPath == nil)
  }

  @Test(arguments: [
    ("0", 0), ("250", 250), ("5000", 5_000), ("5001", 25), ("-1", 25), ("100000000000", 25),
    ("", 25), ("abc", 25), ("10ms", 25), ("99999999999999999999999", 25),
  ])
  func nonsenseInESCDELAYIsIgnored(value: String, milliseconds: Int) {
    let options = TerminalOptions(logPath: nil) { $0 == "ESCDELAY" ? value : nil }
    #expect(options.escapeDelay == .milliseconds(milliseconds))
    #expect(options.responseDelay == .milliseconds(max(100, milliseconds)))
  }

  @Test(arguments: [("", true), ("1", false), ("0", false)])
  func anyValueOfNO_COLORTurnsColorsOff(value: String, usesColor: Bool) {
    #expect(TerminalOptions(logPath: nil) { $0 == "NO_COLOR" ? value : nil }.usesColor == usesColor)
  }
}
