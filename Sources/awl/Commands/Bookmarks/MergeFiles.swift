import ArgumentParser
import Glibc
import UserFiles

/// `awl merge BASE OURS THEIRS`: a merge driver for git.
struct MergeFiles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merge two versions of bookmarks.jsonl or another awl file, for git.",
    discussion: """
      The result replaces OURS. Bookmarks, follows, what was seen and saved filters merge without \
      conflicts. As git's merge driver:

        git config merge.awl.name 'bookmarks of awl'
        git config merge.awl.driver 'awl merge %O %A %B'

      and in .gitattributes: *.jsonl merge=awl

        awl merge base.jsonl bookmarks.jsonl theirs.jsonl

      Exit codes: 0 merged, 4 not awl files, 5 could not be written.
      """)

  @Argument(help: "The common ancestor.")
  var base: String

  @Argument(help: "This side's version, which is replaced by the result.")
  var ours: String

  @Argument(help: "The other side's version.")
  var theirs: String

  func run() throws {
    let files = try [base, ours, theirs].map { try FileBytes.read($0) }
    let merged: [UInt8]
    do throws(FileMergeError) {
      merged = try FileMerge.merge(base: files[0], ours: files[1], theirs: files[2])
    } catch {
      throw Failure(.badData, "\(ours) was not merged: \(error)")
    }
    try ExportFile(path: ours, replaces: true).write(merged)
  }
}
