import Glibc
import TestSupport
import Testing

/// `awl publish` into a folder that was published before.
struct PublishAgainTests {
  private let home: AwlHome

  init() throws {
    home = try AwlHome()
    _ = try home.output("cd; for n in 1 2 3 4; do mkdir -p site/content/owner/list$n; done")
    for number in 1...4 { try write(number, entries: 10) }
    _ = try home.output("$awl follow $HOME/site")
  }

  /// Makes the daily page of a list.
  private func write(_ list: Int, entries: Int) throws {
    var page = "# Track Awesome \(list) Updates Daily\n\nOf it.\n"
    for entry in (1...entries).reversed() {
      let day = entry < 10 ? "0\(entry)" : "\(entry)"
      page += "\n## [Feb \(day), 2026](/content/2026/02/\(day)/README.md)\n\n### Tools\n\n"
      page += "*   [Entry \(entry)](https://e.example/\(list)/\(entry)) - Said of it.\n"
    }
    _ = try home.file("site/content/owner/list\(list)/README.md", page)
  }

  private func tree(_ folder: String) throws -> String {
    try home.output("cd $HOME/\(folder) && find . -type f | sort | xargs -d '\\n' md5sum")
  }

  @Test func onlyTheFilesOfAChangedListAreTouched() throws {
    _ = try home.output("cd; $awl publish out --quiet; touch -d 2001-01-01 $(find out -type f)")
    try write(2, entries: 11)
    let reported = try home.output("cd; $awl sync >/dev/null; $awl publish out 2>/dev/null")
    #expect(!reported.contains(" 0 written"), "\(reported)")
    _ = try home.output("cd; $awl publish fresh --quiet")
    #expect(try tree("out") == tree("fresh"))
    // Exactly those whose bytes differ; a day of the past did not change.
    let touched = try home.output("cd ~/out; find . -newermt 2002-01-01 -type f | sort")
    #expect(touched.contains("./content/owner/list2/week/README.md"))
    #expect(touched.contains("./content/2026/02/11/README.md"))
    #expect(!touched.contains("list1") && !touched.contains("2026/02/09"), "\(touched)")
  }

  /// The folder of a checkout or a backup is not the one that was published last.
  @Test func aFolderThatWasPutBackIsBroughtUpToDate() throws {
    _ = try home.output("cd; $awl publish out --quiet; cp -a out old")
    try write(3, entries: 12)
    _ = try home.output("cd; $awl sync; $awl publish out --quiet; $awl publish fresh --quiet")
    _ = try home.output("cd; rm -rf out; mv old out; $awl publish out --quiet")
    #expect(try tree("out") == tree("fresh"))
  }

  /// A killed run has written pages of lists that were then reverted.
  @Test func leftoversOfAKilledRunAreNotCurrent() throws {
    _ = try home.output("cd; $awl publish out --quiet; cp -a out fresh; cp -a site before")
    for list in 1...4 { try write(list, entries: 20) }
    _ = try home.output("cd; $awl sync")
    // A busy machine takes its time until the first page is written.
    var delay = 0.01
    while try tree("out") == tree("fresh"), delay < 60 {
      _ = try home.output("cd; $awl publish out --quiet & sleep \(delay); kill -9 $!; wait $!")
      delay += max(0.01, delay / 10)
    }
    #expect(try tree("out") != tree("fresh"))
    _ = try home.output("cd; rm -rf site; mv before site; $awl sync; $awl publish out --quiet")
    #expect(try tree("out") == tree("fresh"))
  }

  @Test func aDryRunMakesNoFolder() throws {
    let reported = try home.output(
      "cd; $awl publish none/such --dry-run 2>/dev/null; ls -d none 2>&1")
    #expect(reported.contains("write README.md\n") && reported.contains("No such file"))
  }
}
