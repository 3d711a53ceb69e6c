import ListModel
import UserFiles
import TestSupport
import Testing

/// Files of versions to come, and of other programs, are never written.
struct FormatVersionTests {
  @Test(arguments: SavedFile.all) func aNewerFileIsReadOnly(file: SavedFile) throws {
    let folder = try TemporaryFolder()
    let path = folder(file.name)
    let newer = #"{"format":"\#(file.format)","version":99}"# + "\n\(file.lines[1])\n"
    try put(newer.utf8, into: path)
    let loaded = file.load(path)
    #expect(loaded.isReadOnly)
    #expect(loaded.items.count == 1)
    #expect(
      loaded.notices.map(\.description) == [
        "\(path):1: is of version 99, which this awl does not know: read-only until awl is updated"
      ])
    #expect(throws: UserFileError.newerVersion(path: path, version: 99)) {
      try file.add("a.org", path, moment(2))
    }
    #expect(text(path) == newer)
    #expect(folder.names() == [".\(file.name).lock", file.name])
  }

  @Test(arguments: SavedFile.all) func aFileOfAnotherFormatIsReadOnly(file: SavedFile) throws {
    let folder = try TemporaryFolder()
    let path = folder(file.name)
    try put(#"{"format":"other","version":1}"#.utf8, into: path)
    #expect(file.load(path).isReadOnly)
    let error = UserFileError.otherFormat(path: path, format: "other")
    #expect(error.description == "\(path): is a file of other: read-only; move it away")
    #expect(throws: error) { try file.add("a.org", path, moment(2)) }
  }
}
