import Foundation
import ListModel
import ListPublishing
import PublicationFolder
import TestSupport
import Testing

struct FolderPublisherTests {
  private let one = [Entry.onPage("A", "https://a.org", day: 1)]

  @Test func onlyWhatDiffersIsWritten() throws {
    let folder = try TemporaryFolder()
    let first = try publish(one, into: folder)
    #expect(first.written.count == first.total && first.removed.isEmpty)
    let again = try publish(one, into: folder)
    #expect(again.written.isEmpty && again.unchanged == first.total)
    let more = try publish(one + [.onPage("B", "https://b.org", day: 1)], into: folder)
    #expect(more.written.contains("content/owner/list/README.md"))
    #expect(more.unchanged > 0)
  }

  @Test func theSameFilesComeOfAnyPast() throws {
    let fresh = try TemporaryFolder()
    let reused = try TemporaryFolder()
    _ = try publish(one + [.onPage("Old", "https://o.org", day: 40)], into: reused)
    _ = try publish(one, into: reused)
    _ = try publish(one, into: fresh)
    #expect(try files(below: reused.path) == files(below: fresh.path))
  }

  @Test func aForeignFileBlocksPublishing() throws {
    let folder = try TemporaryFolder()
    try put("mine".utf8, into: folder("README.md"))
    #expect(throws: FolderError.foreign(path: "README.md")) { try publish(one, into: folder) }
    #expect(try files(below: folder.path) == ["README.md": Array("mine".utf8)])
  }

  @Test func foreignFilesStay() throws {
    let folder = try TemporaryFolder()
    _ = try publish(one + [.onPage("Old", "https://o.org", day: 40)], into: folder)
    try put("note".utf8, into: folder("content/2026/02/10/notes.txt"))
    _ = try publish(one, into: folder)
    let left = try files(below: folder.path)
    #expect(left["content/2026/02/10/notes.txt"] == Array("note".utf8))
    #expect(left["content/2026/02/10/README.md"] == nil)
  }

  @Test func anEditedPageIsWrittenAgainAndReported() throws {
    let folder = try TemporaryFolder()
    _ = try publish(one, into: folder)
    try put("edited".utf8, into: folder("content/README.md"))
    let outcome = try publish(one, into: folder)
    #expect(outcome.edited == ["content/README.md"] && outcome.written == ["content/README.md"])
  }

  @Test func noLinkBelowTheFolderIsFollowed() throws {
    let folder = try TemporaryFolder()
    let outside = try TemporaryFolder()
    #expect(symlink(outside.path, folder.path + "/content") == 0)
    #expect(throws: FolderError.foreign(path: "content/owner/list/README.md")) {
      try publish(one, into: folder)
    }
    #expect(try files(below: outside.path).isEmpty)
  }

  @Test func aDryRunWritesNothing() throws {
    let folder = try TemporaryFolder()
    #expect(try publish(one, into: folder, isDryRun: true).written.isEmpty == false)
    #expect(try files(below: folder.path).isEmpty)
  }

  @Test func aSecondPublisherIsRefused() throws {
    let folder = try TemporaryFolder()
    let first = try FolderPublisher(path: folder.path)
    #expect(throws: FolderError.locked) { try FolderPublisher(path: folder.path) }
    withExtendedLifetime(first) {}
  }

  /// A manifest that was cut anywhere, as by a kill, leads to the same folder.
  @Test func aTruncatedManifestIsHarmless() throws {
    let fresh = try TemporaryFolder()
    _ = try publish(one, into: fresh)
    let manifest = try #require(try files(below: fresh.path)[".awl-publish.jsonl"])
    for cut in stride(from: manifest.count, to: manifest.count - 120, by: -7) {
      let folder = try TemporaryFolder()
      try put(manifest.prefix(cut), into: folder(".awl-publish.jsonl"))
      _ = try publish(one, into: folder)
      #expect(try files(below: folder.path) == files(below: fresh.path))
    }
  }

  private func publish(
    _ entries: [Entry], into folder: TemporaryFolder, isDryRun: Bool = false
  ) throws -> PublishingOutcome {
    var sample = SampleCatalog()
    sample.add("owner/list", entries)
    let publication = Publication(
      of: sample.catalog,
      options: PublicationOptions(lists: [ListIndex(0)], today: .sample(99), version: "1"))
    var publisher = try FolderPublisher(path: folder.path, isDryRun: isDryRun)
    return try publisher.publish(publication)
  }
}

/// The files below a folder, with their bytes.
func files(below folder: String) throws -> [String: [UInt8]] {
  var files: [String: [UInt8]] = [:]
  let root = URL(filePath: folder)
  let all = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
  while let url = all?.nextObject() as? URL {
    let path = url.path
    if !url.hasDirectoryPath { files[String(path.dropFirst(folder.count + 1))] = contents(path) }
  }
  return files
}
