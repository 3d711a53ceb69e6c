import ListModel
import UserFiles
import Testing

/// Two versions of a file become one, and neither side's changes are lost.
struct FileMergeTests {
  private func lines(_ lines: String..., format: String = "awl-bookmarks") -> [UInt8] {
    let header = #"{"format":"\#(format)","version":1}"#
    return Array(([header] + lines).joined(separator: "\n").utf8) + [10]
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Merges both ways round, which has to give the same bytes.
  private func merge(_ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8]) throws -> [String] {
    let merged = try FileMerge.merge(base: base, ours: ours, theirs: theirs)
    #expect(try FileMerge.merge(base: base, ours: theirs, theirs: ours) == merged)
    return text(merged).split(separator: "\n").dropFirst().map(String.init)
  }

  @Test func changesToDifferentFieldsBothApply() throws {
    let base = lines(
      #"{"id":"1","url":"https://a.example","title":"A","kept":true,"later":false,"tags":["x","y"],"note":"","added":1,"changed":1}"#
    )
    let ours = lines(
      #"{"id":"1","url":"https://a.example","title":"A","kept":true,"later":true,"tags":["x","y","z"],"note":"","added":1,"changed":5}"#
    )
    let theirs = lines(
      #"{"id":"1","url":"https://a.example","title":"A","kept":true,"later":false,"tags":["y"],"note":"n","added":1,"changed":3}"#
    )
    let merged = try merge(base, ours, theirs)
    try #require(merged.count == 1)
    #expect(merged[0].contains(#""later":true"#))
    #expect(merged[0].contains(#""tags":["y","z"],"note":"n","added":1,"changed":5"#))
  }

  @Test func aRemovalWinsOverTheOtherSidesLine() throws {
    let live =
      #"{"id":"1","url":"https://a.example","title":"A","kept":true,"later":false,"added":1,"changed":1}"#
    let removed =
      #"{"id":"1","url":"https://a.example","title":"A","kept":false,"later":false,"added":1,"changed":9}"#
    let merged = try merge(
      lines(live), lines(removed), lines(live, #"{"url":"https://b.example","added":2}"#))
    #expect(merged.count == 2)
    #expect(merged[0].contains(#""kept":false,"later":false"#))
    #expect(merged[1].contains(#""url":"https://b.example""#))
  }

  @Test func bothNotesStayAndTheLaterTitleWins() throws {
    func line(_ title: String, _ note: String, _ changed: Int) -> [UInt8] {
      lines(
        #"{"id":"1","url":"https://a.example","title":"\#(title)","kept":true,"later":false,"note":"\#(note)","added":1,"changed":\#(changed)}"#
      )
    }
    let merged = try merge(line("A", "", 1), line("B", "ours", 5), line("C", "theirs", 4))
    try #require(merged.count == 1)
    #expect(merged[0].contains(#""title":"B""#))
    #expect(merged[0].contains(#""note":"theirs\nours""#))
  }

  @Test func aLinkSavedOnBothSidesInTwoSpellingsIsOneBookmark() throws {
    let merged = try merge(
      lines(),
      lines(
        #"{"id":"b","url":"https://www.a.example/","title":"A","later":true,"tags":["x"],"added":5,"changed":5}"#
      ),
      lines(#"{"id":"a","url":"http://a.example","title":"A","tags":["y"],"added":3,"changed":3}"#))
    try #require(merged.count == 1)
    #expect(merged[0].hasPrefix(#"{"id":"a","#))
    #expect(merged[0].contains(#""kept":true,"later":true"#))
    #expect(merged[0].contains(#""tags":["y","x"]"#))
    #expect(merged[0].contains(#""added":3"#))
  }

  @Test func membersOfNewerVersionsAreCarriedThrough() throws {
    let base = lines(
      #"{"id":"1","url":"https://a.example","added":1,"changed":1,"x":[1]}"#, "damage")
    let ours = lines(
      #"{"id":"1","url":"https://a.example","added":1,"changed":1,"x":[1],"y":{"z":2}}"#, "damage",
      "more")
    let theirs = lines(
      #"{"id":"1","url":"https://a.example","added":1,"changed":2,"x":[2]}"#, "damage")
    let merged = try merge(base, ours, theirs)
    #expect(merged.count == 3)
    #expect(merged[0].contains(#""x":[2]"#))
    #expect(merged[0].contains(#""y":{"z":2}"#))
    #expect(merged[1...] == ["damage", "more"])
  }

  @Test func aMergeOfOneSideIsThatSide() throws {
    let base = lines(
      #"{"id":"1","url":"https://a.example","title":"A","list":"","category":[],"description":"","day":null,"stars":null,"kept":true,"later":false,"read":null,"tags":[],"note":"","added":1,"changed":1}"#
    )
    #expect(try FileMerge.merge(base: base, ours: base, theirs: base) == base)
    #expect(try FileMerge.merge(base: [], ours: [], theirs: base) == base)
    #expect(try FileMerge.merge(base: base, ours: base, theirs: lines()) == lines())
  }

  @Test func followsMergeAsWell() throws {
    let base = lines(
      #"{"source":"a/a","added":1}"#, #"{"source":"b/b","added":2}"#, format: "awl-follows")
    let ours = lines(
      #"{"source":"b/b","added":2,"files":["X.md"]}"#, #"{"source":"c/c","added":4}"#,
      format: "awl-follows")
    let theirs = lines(
      #"{"source":"a/a","added":1}"#, #"{"source":"b/b","added":2}"#,
      #"{"source":"d/d","added":3}"#,
      format: "awl-follows")
    #expect(
      try merge(base, ours, theirs) == [
        #"{"source":"b/b","added":2,"files":["X.md"]}"#, #"{"source":"d/d","added":3}"#,
        #"{"source":"c/c","added":4}"#,
      ])
  }

  @Test func filesThatAreNotOfOneKindAreRefused() {
    func error(_ ours: [UInt8], _ theirs: [UInt8]) -> FileMergeError? {
      do throws(FileMergeError) {
        _ = try FileMerge.merge(base: [], ours: ours, theirs: theirs)
        return nil
      } catch {
        return error
      }
    }
    #expect(error(lines(), lines(format: "awl-follows")) == .differentFiles)
    #expect(error(lines(), lines(format: "other")) == .otherFormat)
    #expect(error(lines(), Array("text\n".utf8)) == .noHeader)
    #expect(error([], []) == nil)
    let newer = Array(#"{"format":"awl-bookmarks","version":2}"#.utf8)
    #expect(error(lines(), newer) == .newerVersion(2))
  }
}
