import ListMarkdown
import ListModel
import TestSupport
import Testing

/// The links of entries are those that other programs find in the same file.
@Suite(.enabled(if: MarkupPeers.isThere, Comment(rawValue: MarkupPeers.reason)))
struct MarkupComparisonTests {
  @Test(arguments: ["org", "rst", "adoc"])
  func aLargeListHasTheLinksThatOthersFind(suffix: String) throws {
    for seed in 1...UInt64(rounds(2, soak: 40)) {
      let list = SyntheticMarkup(entries: 600, suffix: suffix, seed: seed)
      try expectSameLinks(list.text, suffix: suffix)
    }
  }

  @Test(arguments: [("org", orgList), ("rst", rstList), ("adoc", asciiDocList)])
  func aListOfManyFormsHasTheLinksThatOthersFind(suffix: String, text: String) throws {
    try expectSameLinks(text, suffix: suffix)
  }

  private func expectSameLinks(_ text: String, suffix: String) throws {
    let folder = try TemporaryFolder()
    let path = folder("list.\(suffix)")
    try put(text.utf8, into: path)
    let page = try PageReader.read(Array(text.utf8), path: path)
    let ours = page.entries.flatMap(\.links).map(\.url).filter { !$0.hasPrefix("#") }
    let theirs = try MarkupPeers.links(inItemsOf: path)
    #expect(!theirs.isEmpty)
    let (missing, extra) = (Set(theirs).subtracting(ours), Set(ours).subtracting(theirs))
    #expect(missing.isEmpty, "links that awl does not find")
    #expect(extra.isEmpty, "links that only awl finds")
    #expect(ours.count == theirs.count)
  }
}
