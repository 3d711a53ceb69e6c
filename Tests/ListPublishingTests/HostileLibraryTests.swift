import Foundation
import ListModel
import ListPublishing
import PublicationFolder
import TestSupport
import Testing

/// The published pages of a hostile library, as other programs read them.
@Suite(.enabled(if: systemProgram("python3") != nil, "skipped: needs python3"))
struct HostileLibraryTests {
  private let folder: TemporaryFolder
  private let catalog = HostileLibrary.catalog

  init() throws {
    folder = try TemporaryFolder()
    for format in [PageFormat.markdown, .html] {
      let publication = Publication(
        of: catalog,
        options: PublicationOptions(
          lists: [ListIndex(0), ListIndex(1)], address: "https://x.example/a%20b/", format: format,
          today: .sample(400), version: "1"))
      var publisher = try FolderPublisher(path: folder(format.rawValue))
      _ = try publisher.publish(publication)
    }
  }

  /// Runs a tool of Tests/Tools, which must find no fault.
  private func check(_ tool: String, _ arguments: String...) throws {
    let child = try ChildProcess(
      "/usr/bin/python3", [projectFile("Tests/Tools/" + tool)] + arguments)
    let status = child.wait()
    let reported = child.output + child.errors
    #expect(status == 0 && reported.contains(" 0 faults"), "\(reported.prefix(4_000))")
  }

  @Test(.enabled(if: systemProgram("xmllint") != nil, "skipped: needs xmllint"))
  func feedsAreValid() throws {
    try check("check-feeds", folder("markdown"), folder("html"))
  }

  @Test func linksAndTagsAreOurs() throws {
    try check("check-site", folder("markdown"))
    try check("check-site", folder("html"))
  }

  @Test(.enabled(if: systemProgram("cmark-gfm") != nil, "skipped: needs cmark-gfm"))
  func itemsShowTheTextsOfTheirEntries() throws {
    var lines = ""
    for number in 0..<catalog.count where !catalog.isRemoved(EntryIndex(number)) {
      let entry = catalog.entry(EntryIndex(number))
      let object: [String: Any] = [
        "list": catalog.list(catalog.listIndex(of: EntryIndex(number))).id.path,
        "title": entry.title, "description": entry.description,
        "marks": entry.marks.map(\.symbol),
      ]
      let line = try JSONSerialization.data(withJSONObject: object)
      lines += String(decoding: line, as: UTF8.self) + "\n"
    }
    try put(lines.utf8, into: folder("entries.jsonl"))
    try check("check-rendering", folder("markdown"), folder("entries.jsonl"))
  }

  /// No published byte can control a terminal, and none begins a template's tag.
  @Test func noControlAndNoTemplateIsPublished() throws {
    let all = FileManager.default.enumerator(atPath: folder.path)
    var count = 0
    while let path = all?.nextObject() as? String {
      guard let bytes = contents(folder(path)), path.contains("/"), path.contains(".") else {
        continue
      }
      count += 1
      #expect(!bytes.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F }, "\(path)")
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.unicodeScalars.contains { (0x80..<0xA0).contains($0.value) }, "\(path)")
      guard path.hasSuffix(".md") else { continue }
      for opening in ["{{", "{%", "{#"] { #expect(!text.contains(opening), "\(path)") }
    }
    #expect(count > 50)
  }
}
