import Foundation
import TestSupport
import Testing

/// The pictures that README shows, which Tests/Tools/screenshot makes.
struct PictureTests {
  @Test(arguments: ["screen-dark", "screen-light", "first-minute"])
  func readmeShowsItAndItIsSmallAndOfTheProgram(name: String) throws {
    let path = "docs/\(name).svg"
    #expect(text(projectFile("README.md")).contains(path))
    let picture = text(projectFile(path))
    #expect((1...153_600).contains(picture.utf8.count))
    #expect(picture.contains("Awesome Seml (SE-ML/awesome-seml)"))
    // Nothing in it runs or is fetched.
    #expect(!picture.contains("<script") && !picture.contains("href"))
    let parser = XMLStructure(picture)
    #expect(parser.isWellFormed)
  }
}

/// Whether the tags of a text are balanced; good enough for images written by a script.
private struct XMLStructure {
  let isWellFormed: Bool

  init(_ text: String) {
    var open: [Substring] = []
    var isBalanced = true
    for part in text.split(separator: "<") {
      guard let end = part.firstIndex(of: ">") else {
        isBalanced = false
        break
      }
      let tag = part[..<end]
      let name = tag.prefix { $0 != " " }
      if tag.hasPrefix("/") {
        isBalanced = isBalanced && open.popLast() == name.dropFirst()
      } else if !tag.hasSuffix("/") {
        open.append(name)
      }
    }
    isWellFormed = isBalanced && open.isEmpty
  }
}
