import Glibc
import ListLibrary
import ListModel
import TestSupport
import Testing

struct KilledSyncTests {
  @Test func aSyncThatIsKilledLeavesACatalogThatOpens() throws {
    let sample = try SampleLibrary()
    let lists = Dictionary(uniqueKeysWithValues: (0..<60).map { ("o/n\($0)", ["A", "B"]) })
    let folder = try SampleFolder(lists)
    var random = SeededGenerator(seed: seed(1))
    for round in 0..<rounds(25, soak: 500) {
      let syncer = try ChildProcess(
        BuiltProduct.path("library-syncer"), [sample.home.path, folder.path])
      // The first round is killed in its first sync as well, later ones in any.
      if round % 3 == 0 { wait { !syncer.output.isEmpty } }
      usleep(UInt32.random(in: 0...60_000, using: &random))
      syncer.send(SIGKILL)
      #expect(syncer.wait() == 128 + SIGKILL)

      // The database's log and its index are there still.
      let open = try openToOthers(below: sample.home(".cache/awl"))
      #expect(open.isEmpty, "\(open)")

      let snapshot = sample.library.open()
      #expect(snapshot.notices.isEmpty, "\(snapshot.notices)")
      // Once a sync went through, no kill takes a list or an entry away.
      if round > 0 {
        #expect(snapshot.catalog.listCount == 60)
        #expect(snapshot.catalog.count >= 120)
      }
      let report = try sample.library.follow(folder.path, in: "/")
      #expect(report.failures.isEmpty && report.notices.isEmpty)
      try checkAgainstPages(sample, folder)
    }
    #expect(sample.home(".local/share/awl").isEmpty == false)
  }

  /// The files and folders that others than the user can use.
  private func openToOthers(below folder: String) throws -> String {
    try SpawnedProcess.output(
      of: "/usr/bin/find", [folder, "-perm", "/077"], environment: ["PATH": "/usr/bin:/bin"])
  }

  /// The catalog matches the current pages.
  private func checkAgainstPages(_ sample: SampleLibrary, _ folder: SampleFolder) throws {
    let entries = sample.entries()
    #expect(entries.count == 60)
    for (list, titles) in entries {
      let page = text(folder("content/\(list)/README.md"))
      let expected = page.split(separator: "\n").filter { $0.hasPrefix("*   [") }.count
      #expect(titles.count == expected, "\(list)")
    }
  }
}
