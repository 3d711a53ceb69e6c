import Glibc
import TestSupport
import Testing

/// The folder of a sample repository, after which its list is called.
private let list = "work"

/// `awl publish` under kills, full disks and other people's files.
struct PublishFaultsTests {
  private let home: AwlHome

  init() throws {
    home = try AwlHome()
    var list = "# A List\n\n"
    for number in 0..<400 {
      if number % 20 == 0 { list += "\n## Part \(number)\n\n" }
      list += "- [Entry \(number)](https://e.example/\(number)) - Said of it.\n"
    }
    let repository = try SampleRepository()
    let lines = list.split(separator: "\n", omittingEmptySubsequences: false)
    for day in 1...10 {
      let part = lines.prefix(lines.count * day / 10).joined(separator: "\n")
      try repository.commit(["README.md": part + "\n"], day: day * 9)
    }
    _ = try home.output("$awl follow \(repository.path); rm -rf \(repository.path)")
    _ = try home.output("cd; $awl publish fresh --quiet")
  }

  /// The contents of a folder: each file with its checksum.
  private func tree(_ folder: String) throws -> String {
    try home.output("cd $HOME/\(folder) && find . | sort | xargs -d '\\n' md5sum 2>/dev/null")
  }

  @Test func aRunAfterAKillEndsInTheSameTree() throws {
    var random = SeededGenerator(seed: 1)
    let fresh = try tree("fresh")
    for round in 0..<rounds(10, soak: 200) {
      let delay = Double.random(in: 0...0.25, using: &random)
      _ = try home.output(
        """
        cd; [ \(round % 3) = 0 ] && rm -rf site
        $awl publish site --quiet & sleep \(delay); kill -9 $!; wait $!
        """)
      if round % 2 == 1 {
        #expect(try home.output("cd; $awl publish site --quiet 2>&1").hasSuffix("status 0\n"))
        #expect(try tree("site") == fresh)
      }
    }
  }

  @Test func aFullDiskIsReportedAndTheNextRunEndsInTheSameTree() throws {
    // No file may be larger than some kB: pages fail, and so does the manifest in the end.
    for kilobytes in [1, 8, 30] {
      let reported = try home.output(
        "cd; (ulimit -f \(kilobytes); $awl publish full\(kilobytes) --quiet 2>&1)")
      #expect(
        reported.hasPrefix("awl: cannot write full")
          && reported.hasSuffix("File too large\nstatus 5\n"))
      let again = try home.output("cd; $awl publish full\(kilobytes) --quiet 2>&1")
      #expect(again == "status 0\n")
      #expect(try tree("full\(kilobytes)") == tree("fresh"))
    }
    #expect(try home.output("cd; $awl publish /dev/full/site --quiet 2>&1").hasSuffix("status 5\n"))
  }

  @Test func aFolderThatMayNotBeWrittenIsReported() throws {
    guard geteuid() != 0 else {
      print("skipped: aFolderThatMayNotBeWrittenIsReported needs a user whom permissions bind")
      return
    }
    let reported = try home.output(
      "cd; mkdir locked; chmod 500 locked; $awl publish locked --quiet 2>&1")
    #expect(
      reported == "awl: cannot write locked/.awl-publish.jsonl: Permission denied\nstatus 5\n")
  }

  /// In each kind of place: a page, a feed, the manifest, a folder on the way, the temporary name.
  @Test(arguments: [
    "README.md", "atom.xml", "content/SUMMARY.md", "content/_/\(list)/README.md",
    "content/_/\(list)/changes.xml", "content/2020/01/10/README.md", ".awl-publish.jsonl",
    "content/_/work", "content", "content/2020", ".awl-publish.tmp",
  ])
  func foreignFilesInTheFolderStay(place: String) throws {
    let makers = [
      "printf 'mine\\n' > \"$f\"", "mkdir \"$f\"; printf 'mine\\n' > \"$f/own\"",
      "ln -s \"$HOME/else\" \"$f\"", "ln -s nowhere \"$f\"", "mkfifo \"$f\"",
    ]
    for (number, maker) in makers.enumerated() {
      // A file that is in the place of a folder is left to its owner.
      let isFolder = number == 1 && place.split(separator: "/").last?.contains(".") == false
      let folder = "foreign\(number)"
      _ = try home.output(
        """
        cd; mkdir -p else "$(dirname \(folder)/\(place))"; echo else > else/own
        f=\(folder)/\(place); \(maker)
        """)
      let before = try listing(folder)
      let reported = try home.output("cd; timeout 20 $awl publish \(folder) --quiet 2>&1")
      if isFolder {
        #expect(reported == "status 0\n")
        #expect(text(home.folder("\(folder)/\(place)/own")) == "mine\n")
      } else {
        #expect(
          reported.hasSuffix("status 5\n") && reported.contains("awl: \(folder)/"), "\(reported)")
        #expect(try listing(folder) == before, "\(place) \(maker)")
      }
      #expect(try listing("else") == "./own else\nstatus 0\n")
    }
  }

  /// The same where awl has published before, and its file gave way to something else.
  @Test(arguments: [
    "README.md", "content/_/\(list)/week/README.md", "content/2020/01/10/README.md",
  ])
  func aFileThatReplacedOursStays(place: String) throws {
    for (number, maker) in ["mkdir $f; echo mine > $f/own", "ln -s ../else $f", "mkfifo $f"]
      .enumerated()
    {
      let folder = "replaced\(number)"
      _ = try home.output(
        "cd; $awl publish \(folder) --quiet; mkdir -p else; f=\(folder)/\(place); rm $f; \(maker)")
      let before = try listing(folder)
      // Stale or not: a stale one is skipped, the others stop the run before it writes.
      let stale = try home.output(
        "cd; timeout 20 $awl publish \(folder) --quiet --filter Entry\\ 399 2>&1")
      #expect(stale.hasSuffix(place.contains("2020/01") ? "status 0\n" : "status 5\n"), "\(stale)")
      if !place.contains("2020/01") { #expect(try listing(folder) == before) }
      #expect(try home.output("cd; ls -d \(folder)/\(place) | wc -l") == "1\nstatus 0\n")
    }
  }

  @Test func anEditedPageIsWrittenAgainAndReported() throws {
    let reported = try home.output(
      "cd; $awl publish edited --quiet; echo more >> edited/content/README.md; $awl publish edited 2>&1"
    )
    #expect(reported.contains("awl: content/README.md was edited: it was overwritten\n"))
    #expect(reported.contains(" files: 1 written, 0 removed, "))
    #expect(try tree("edited") == tree("fresh"))
  }

  /// If nothing is new the files are compared but not generated again; foreign contents are found.
  @Test func withNothingNewNoFileIsWritten() throws {
    _ = try home.output("cd; $awl publish again --quiet")
    let before = try home.output("cd again; find . -printf '%p %T@ %i\\n' | sort")
    for _ in 0..<2 {
      let reported = try home.output("cd; $awl publish again 2>/dev/null")
      #expect(
        reported.hasSuffix(
          " files: 0 written, 0 removed, \(reported.prefix { $0 != " " }) unchanged\nstatus 0\n"))
    }
    #expect(try home.output("cd again; find . -printf '%p %T@ %i\\n' | sort") == before)
    for change in [
      "rm README.md", "echo x >> content/SUMMARY.md",
    ] {
      _ = try home.output("cd; (cd again; \(change)); $awl publish again --quiet 2>/dev/null")
      #expect(try tree("again") == tree("fresh"), "\(change)")
    }
    #expect(try home.output("cd; $awl publish again --limit 1 2>/dev/null").contains(" written"))
    #expect(try !home.output("cd; $awl publish again 2>/dev/null").contains(" 0 written"))
  }

  @Test func ofTwoRunsAtOnceOneSaysSo() throws {
    let reported = try home.output(
      "cd; mkdir two; exec 9<two; flock 9; $awl publish two 2>&1")
    #expect(reported.contains("another awl is publishing into two: try again when it is done"))
    #expect(try home.output("cd; $awl publish two --quiet") == "status 0\n")
  }

  @Test func withoutAListNothingChanges() throws {
    _ = try home.output("cd; $awl publish kept --quiet")
    let before = try listing("kept")
    #expect(
      try home.output("cd; $awl publish kept --list none/such 2>/dev/null") == "status 2\n")
    #expect(try listing("kept") == before)
  }

  @Test(arguments: ["example.org", "ftp://example.org", "https://a b/", "https://x/\"<", ""])
  func anInvalidAddressIsRefused(address: String) throws {
    let reported = try home.output("cd; $awl publish site --url '\(address)' 2>&1; ls site 2>&1")
    #expect(reported.contains("give an address as https://example.org/lists"))
    #expect(reported.contains("No such file"))
    #expect(try home.output("$awl feed --url '\(address)' 2>/dev/null") == "status 2\n")
  }

  /// Neither the clock's zone, nor the language, nor the number of processors is in the bytes.
  @Test func theBytesDependOnNothingElse() throws {
    let fresh = try tree("fresh")
    for (number, words) in [
      "TZ=Asia/Kolkata LC_ALL=C", "TZ=America/Caracas LC_ALL=C.UTF-8 LANG=de",
      "taskset 1", "SOURCE_DATE_EPOCH=1900000000 env",
    ].enumerated() {
      _ = try home.output("cd; \(words) $awl publish same\(number) --quiet")
      if !words.hasPrefix("SOURCE") { #expect(try tree("same\(number)") == fresh) }
    }
    // From another past to the same present.
    _ = try home.output(
      "cd; $awl publish past --quiet --filter 'Entry 1'; $awl publish past --quiet")
    #expect(try tree("past") == fresh)
  }

  /// The files and links of a folder with their contents, without opening what would block.
  private func listing(_ folder: String) throws -> String {
    try home.output(
      """
      cd $HOME/\(folder) && find . -mindepth 1 | sort | while read -r f; do
        if [ -L "$f" ]; then echo "$f -> $(readlink "$f")"
        elif [ -f "$f" ]; then echo "$f $(cat "$f")"
        else echo "$f $(stat -c %F "$f")"; fi
      done
      """)
  }
}
