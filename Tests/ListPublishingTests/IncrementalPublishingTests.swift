import Foundation
import ListModel
import ListPublishing
import PublicationFolder
import TestSupport
import Testing

/// Publishing again after some lists changed: what did not change is not made again, and still the
/// folder is the one that a first run would have made.
struct IncrementalPublishingTests {
  @Test func anyChangeLeadsToTheSameFolder() throws {
    var random = SeededGenerator(seed: 18)
    for _ in 0..<rounds(12, soak: 300) {
      let folder = try TemporaryFolder()
      var library = SampleLibrary(&random)
      var options = SampleOptions()
      var parts = try publish(library, options, into: folder).parts
      for _ in 0..<4 {
        library.change(&random)
        if Int.random(in: 0..<4, using: &random) == 0 { options.change(&random) }
        let next = try publish(library, options, into: folder, knowing: parts)
        parts = next.parts
        let fresh = try TemporaryFolder()
        let made = try publish(library, options, into: fresh).outcome
        #expect(try files(below: folder.path) == files(below: fresh.path))
        #expect(next.outcome.total == made.total)
        #expect(next.outcome.large.map(\.path) == made.large.map(\.path))
      }
    }
  }

  /// A part whose fingerprint is known is not made: the folder keeps what another catalog would give it.
  @Test func unchangedPagesAreNotRegenerated() throws {
    var random = SeededGenerator(seed: 3)
    let library = SampleLibrary(&random)
    let publication = library.publication(SampleOptions())
    let all = Set(publication.fingerprints(of: publication.parts).compactMap(\.self))
    #expect(all.count == publication.parts.count - 2)
    var other = library
    other.lists[0].entries[0].title = "Changed"
    let changed = other.publication(SampleOptions())
    let parts = changed.parts
    let known = zip(parts, changed.fingerprints(of: parts)).filter { part in
      part.1.map { all.contains($0) } ?? false
    }
    // One list, one day and one week are made, and what names all lists.
    #expect(parts.count - known.count == 5)
  }

  /// Whatever differs in the bytes of a part differs in its fingerprint.
  @Test func aFingerprintCoversEverythingPublished() throws {
    var random = SeededGenerator(seed: 7)
    var library = SampleLibrary(&random)
    var known: [UInt64: [PublishedFile]] = [:]
    var options = SampleOptions()
    for _ in 0..<rounds(60, soak: 2_000) {
      let publication = library.publication(options)
      let parts = publication.parts
      for (part, fingerprint) in zip(parts, publication.fingerprints(of: parts)) {
        guard let fingerprint else { continue }
        let files = publication.files(of: part)
        #expect(known[fingerprint] == nil || known[fingerprint] == files)
        known[fingerprint] = files
      }
      library.change(&random)
      if Int.random(in: 0..<5, using: &random) == 0 { options.change(&random) }
    }
  }

  @Test(arguments: ["rm", "edit", "folder"])
  func changesByHandAreNoticed(deed: String) throws {
    var random = SeededGenerator(seed: 5)
    let library = SampleLibrary(&random)
    let folder = try TemporaryFolder()
    let parts = try publish(library, into: folder).parts
    let before = try files(below: folder.path)
    for path in ["README.md", "content/o/list0/README.md", "content/o/list1/rss.xml"] {
      let place = folder(path)
      switch deed {
      case "rm": try FileManager.default.removeItem(atPath: place)
      case "edit": try put("edited".utf8, into: place)
      default:
        try FileManager.default.removeItem(
          atPath: String(place[..<(place.lastIndex(of: "/") ?? place.endIndex)]) + "/atom.xml")
      }
    }
    let outcome = try publish(library, into: folder, knowing: parts).outcome
    #expect(try files(below: folder.path) == before)
    #expect(outcome.written.count == 3 && outcome.edited.count == (deed == "edit" ? 3 : 0))
  }

  private func publish(
    _ library: SampleLibrary, _ options: SampleOptions = SampleOptions(),
    into folder: TemporaryFolder, knowing parts: Set<UInt64> = []
  ) throws -> (parts: Set<UInt64>, outcome: PublishingOutcome) {
    var publisher = try FolderPublisher(path: folder.path)
    let outcome = try publisher.publish(library.publication(options), current: parts)
    return (publisher.parts, outcome)
  }
}
