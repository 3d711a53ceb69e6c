import Glibc
import TestSupport
import Testing

/// buku's own files in awl, and awl's in buku; `Tests/Tools/setup --tests` installs buku.
@Suite(.enabled(if: access("/usr/bin/buku", X_OK) == 0, "skipped: needs buku"))
struct BukuTests {
  /// Runs buku without questions, network or input, for a bounded time in bounded memory.
  ///
  /// It reads a standard input to its end, and a failure of it must not be one of the machine. A
  /// proxy that is not there answers sooner than a name server that cannot be reached.
  private static let buku = """
    https_proxy=http://127.0.0.1:1 sh -c 'ulimit -v 1000000
    exec timeout 60 /usr/bin/buku --nostdin --nc --np "$@" </dev/null' sh
    """

  /// A home in which buku keeps three bookmarks.
  private func home() throws -> AwlHome {
    let home = try AwlHome()
    _ = try home.output(
      """
      \(Self.buku) -a https://one.invalid/a 'ml infra,reading' --title 'One & "two"' -c 'a note' >/dev/null 2>&1
      \(Self.buku) -a https://two.invalid/ --title 'Zweite Größe' -c '' >/dev/null 2>&1
      \(Self.buku) -a https://three.invalid/x?y=1 go --title '' -c '' >/dev/null 2>&1
      """)
    return home
  }

  private func tags(_ home: AwlHome) throws -> String {
    try home.output("$awl bookmarks list --format json")
  }

  @Test func bukusDatabaseIsImported() throws {
    let home = try home()
    #expect(
      try home.output(
        "$awl bookmarks import .local/share/buku/bookmarks.db 2>&1; cd; $awl bookmarks import .local/share/buku/bookmarks.db 2>&1"
      )
      .contains("is buku's database\n3 new, 0 known, 0 with other tags, 0 refused\n"))
    let found = try tags(home)
    #expect(found.contains(##""title":"One & \"two\"","list":"""##))
    #expect(found.contains(#""tags":["ml infra","reading"],"note":"a note""#))
    #expect(found.contains(#""title":"Zweite Größe""#))
  }

  @Test(arguments: ["html", "md", "org", "xbel"])
  func aBukuExportIsImported(suffix: String) throws {
    let home = try home()
    _ = try home.output("cd; \(Self.buku) -e out.\(suffix) >/dev/null 2>&1")
    let reported = try home.output("cd; $awl bookmarks import out.\(suffix) 2>/dev/null")
    #expect(reported == "3 new, 0 known, 0 with other tags, 0 refused\nstatus 0\n")
    let found = try tags(home)
    #expect(
      found.contains(
        suffix == "org" ? #""tags":["ml_infra","reading"]"# : #""tags":["ml infra","reading"]"#))
    #expect(found.contains(#""title":"Zweite Größe""#))
  }

  @Test func bukusOutputIsImported() throws {
    let home = try home()
    let reported = try home.output(
      "cd; \(Self.buku) -p -j 2>/dev/null | $awl bookmarks import - 2>/dev/null")
    #expect(reported == "3 new, 0 known, 0 with other tags, 0 refused\nstatus 0\n")
  }

  @Test(arguments: ["html", "md", "org", "xbel"])
  func bukuCountsWhatAwlExports(suffix: String) throws {
    let home = try AwlHome()
    let lines = (0..<40).map { number in
      "Title \(number) & <b> [x],https://example\(number).invalid/,\"tag \(number % 5), t\",Note \(number)"
    }
    _ = try home.file("in.csv", "title,url,tags,note\n" + lines.joined(separator: "\n") + "\n")
    _ = try home.output(
      "cd; $awl bookmarks import in.csv 2>/dev/null; $awl bookmarks export out.\(suffix)")
    _ = try home.output("cd; \(Self.buku) --tacit -i out.\(suffix) >/dev/null 2>&1")
    let counted = try home.output("cd; \(Self.buku) -p -j 2>/dev/null | grep -c '\"uri\"'")
    #expect(counted == "40\nstatus 0\n")
  }
}
