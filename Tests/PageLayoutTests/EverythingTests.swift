import PageLayout
import TestSupport
import Testing

/// One of each construct at three widths, as `awl show` prints it without styles.
struct EverythingTests {
  @Test(arguments: [100, 72, 40])
  func aPageWithOneOfEachConstruct(columns: Int) throws {
    var options = LayoutOptions(columns: columns)
    options.marksStyles = true
    let text = lines(of: try everything(), options).joined(separator: "\n") + "\n"
    expectSnapshot(text, at: "Tests/PageLayoutTests/Pages/everything-\(columns).txt")
  }

  @Test func asciiGlyphsAreForTerminalsThatKnowNoOthers() throws {
    var options = LayoutOptions(columns: 40)
    options.glyphs = .ascii
    let text = lines(of: try everything(), options)
    #expect(text.contains("========================================"))
    #expect(text.contains { $0.hasPrefix("* Alpha") })
    #expect(text.contains { $0.hasPrefix("| Note") })
  }
}
