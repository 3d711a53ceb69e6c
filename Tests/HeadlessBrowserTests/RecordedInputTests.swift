import HeadlessBrowser
import TerminalEvents
import TestSupport
import Testing

/// The lines in which AWL_LOG records a terminal's input.
struct RecordedInputTests {
  @Test(arguments: [
    "key j", "key C-d", "key Space", "key A-x", "key F5", "size 120x40", #"paste "two\nlines""#,
    #"paste "\u001b[31m é""#,
  ])
  func aLineRoundTrips(line: String) throws {
    let input = try #require(RecordedInput(line: line))
    #expect(input.line == line)
    #expect(RecordedInput(line: input.line) == input)
  }

  @Test(arguments: [
    "", "key", "key ", "key Entr", "size 80", "size 80x", "size 0x24", "size 80x24x1",
    "size 99999999999999999999x1", "paste", "paste two", #"paste "a" b"#, "mouse 1", "j",
  ])
  func anythingElseIsRefused(line: String) {
    #expect(RecordedInput(line: line) == nil)
  }

  @Test func everyASCIIKeyRoundTrips() {
    for code in UInt32(0x21)...0x7E {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let input = RecordedInput.key(KeyEvent(scalar))
      #expect(RecordedInput(line: input.line) == input, "\(input.line)")
    }
  }
}
