import Foundation
import ListMarkdown
import ListModel
import Testing

struct TextRepairTests {
  private let text = "# Lesezeichen – für alle\n\n* [Übung](https://ä.org) – schön 🎓\n"

  @Test(arguments: [
    "# Lesezeichen ‚Äì f√ºr alle\n\n* [√úbung](https://√§.org) ‚Äì sch√∂n \u{F8FF}üéì\n",
    "# Lesezeichen â€“ fÃ¼r alle\n\n* [Ãœbung](https://Ã¤.org) â€“ schÃ¶n ðŸŽ“\n",
    "# Lesezeichen â\u{80}\u{93} fÃ¼r alle\n\n* [Ã\u{9C}bung](https://Ã¤.org) "
      + "â\u{80}\u{93} schÃ¶n ð\u{9F}\u{8E}\u{93}\n",
  ])
  func mojibakeIsRepaired(misread: String) throws {
    let page = try PageReader.read(Array(misread.utf8), path: nil)
    let clean = try PageReader.read(Array(text.utf8), path: nil)
    #expect(page.entries == clean.entries && page.list.title == "Lesezeichen – für alle")
    #expect(page.issues.count == 1 && clean.issues.isEmpty)
  }

  @Test func textThatWasMisreadTwiceIsRepairedAtOnce() throws {
    let once = try #require(String(data: Data(text.utf8), encoding: .windowsCP1252))
    let twice = try #require(String(data: Data(once.utf8), encoding: .isoLatin1))
    let page = try PageReader.read(Array(twice.utf8), path: nil)
    #expect(page.entries.map(\.title) == ["Übung"] && page.issues.count == 2)
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func utf16IsRead(encoding: String.Encoding) throws {
    let bytes = try #require("\u{FEFF}\(text)".data(using: encoding))
    let page = try PageReader.read([UInt8](bytes), path: nil)
    #expect(page.list.title == "Lesezeichen – für alle")
    #expect(page.issues.map(\.message) == ["the page is UTF-16 and was read as such"])
  }

  @Test func aByteOrderMarkAndForeignLineEndsAreNoMatter() throws {
    let foreign = "\u{FEFF}" + text.replacingOccurrences(of: "\n", with: "\r\n")
    let page = try PageReader.read(Array(foreign.utf8), path: nil)
    let clean = try PageReader.read(Array(text.utf8), path: nil)
    #expect(page == clean)
    let old = text.replacingOccurrences(of: "\n", with: "\r")
    #expect(try PageReader.read(Array(old.utf8), path: nil) == clean)
  }

  @Test func windowsTextIsRead() throws {
    let bytes = try #require("# Für\n\n* [„Ü“](https://a.org)\n".data(using: .windowsCP1252))
    let page = try PageReader.read([UInt8](bytes), path: nil)
    #expect(page.entries.map(\.title) == ["„Ü“"])
  }

  @Test func brokenBytesBecomeReplacementCharacters() throws {
    let bytes =
      Array("# üöä\n\n* [a".utf8) + [0xC0, 0xAF] + Array("b](https://a.org)\n".utf8) + [0xE2]
    let page = try PageReader.read(bytes, path: nil)
    #expect(page.entries.map(\.title) == ["a\u{FFFD}\u{FFFD}b"])
    #expect(page.issues.map(\.line) == [3, 4])
  }

  @Test func onlyTheMisdecodedPartIsRepaired() throws {
    let clean = "* [é](https://a.org) à ñ ü\n"
    let misread = "* [√ºbung ‚Äì ‚Äú√§‚Äù](https://b.org) ‚Ä¶ ‚≠ê\n"
    let page = try PageReader.read(Array((clean + misread + clean).utf8), path: nil)
    #expect(page.entries.map(\.title) == ["é", "übung – “ä”", "é"])
  }

  @Test(arguments: ["Ã©", "naïve – “Ã©”", "√©tude à Orléans", "€ 5 – ¬∑ 3"])
  func aFewMojibakeCharactersAreLeftAlone(text: String) throws {
    let page = try PageReader.read(Array("* [\(text)](https://a.org)\n".utf8), path: nil)
    #expect(page.entries.map(\.title) == [text])
    #expect(page.issues.isEmpty)
  }
}
