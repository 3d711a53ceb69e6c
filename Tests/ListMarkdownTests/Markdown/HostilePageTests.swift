import HostilePages
import ListMarkdown
import ListModel
import Testing

struct HostilePageTests {
  @Test(arguments: HostilePage.all)
  func aHostilePageIsReadToItsEnd(page: HostilePage) throws {
    // Without optimisation; `benchmark-pages --hostile` reads longer ones against the clock.
    do {
      let parsed = try PageReader.read(page.make(4_000), path: nil)
      #expect(parsed.entries.count == parsed.lines.count)
      #expect(parsed.issues.count <= 1_001)
    } catch PageError.empty {
      #expect(page.name == "19 empty lines")
    }
  }
}
