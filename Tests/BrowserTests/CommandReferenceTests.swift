import Browser
import TestSupport
import Testing

struct CommandReferenceTests {
  @Test func keysPageIsWhatTheTableSays() {
    expectSnapshot(CommandReference.markdown(), at: "docs/keys.md")
  }

  @Test func theManualTreatsNoTextAsARequest() {
    let lines = CommandReference.manual().split(separator: "\n")
    #expect(lines.allSatisfy { !$0.hasPrefix("'") })
    #expect(lines.contains(".B j, Down, C\\-n"))
    #expect(
      lines.filter { $0.hasPrefix(".") }.allSatisfy { line in
        [".SS ", ".TP", ".B "].contains { line.hasPrefix($0) }
      })
  }
}
