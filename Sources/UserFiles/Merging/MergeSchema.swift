import JSONLines
import ListModel

/// The merge rules of one kind of file: what identifies a line, and what happens if both sides
/// changed the same member.
struct MergeSchema: Sendable {
  /// The format name in the header.
  let format: String
  /// The key of a line; nil for an unreadable line.
  let key: @Sendable (MergedLine) -> [UInt8]?
  /// The members for which the later change does not simply win.
  var rules: [String: MergeRule] = [:]
  /// A line in the complete form that awl writes; nil for an unreadable line.
  var canonical: (@Sendable ([UInt8], Range<Int>) -> [UInt8]?)?

  /// The files that merge.
  ///
  /// A file that a later version adds needs a line here and its rules.
  static let all: [MergeSchema] = [bookmarks, follows, seen, filters]

  private static let bookmarks = MergeSchema(
    format: BookmarkDocument.formatName,
    key: { line in line.text(of: "url").map { LinkKey($0).bytes } },
    rules: [
      "id": .smallest, "added": .smallest, "changed": .largest, "read": .largest, "tags": .set,
      "note": .text, "kept": .flag, "later": .flag,
    ],
    canonical: { bytes, range in
      guard let (bookmark, unknown) = try? BookmarkLine.read(bytes, in: range) else { return nil }
      var line: [UInt8] = []
      let members = unknown.map { place in
        bytes[range.lowerBound + place.lowerBound..<range.lowerBound + place.upperBound]
      }
      BookmarkLine.append(bookmark, unknown: members, to: &line)
      line.removeLast()
      return line
    })

  private static let follows = MergeSchema(
    format: FollowDocument.formatName, key: { $0.text(of: "source").map { Array($0.utf8) } },
    rules: ["added": .smallest, "files": .set])

  /// The seen state only grows: the later points and marks of each list win.
  private static let seen = MergeSchema(
    format: SeenDocument.formatName,
    key: { $0.text(of: "list").map { $0.utf8.map(asciiLowercased) } },
    rules: ["list": .smallest, "upto": .largestOfEach, "marks": .largestOfEach])

  private static let filters = MergeSchema(
    format: SavedFilterDocument.formatName, key: { $0.text(of: "name").map { Array($0.utf8) } },
    rules: ["added": .smallest, "changed": .largest])
}

/// The rule if both sides have changed a member in different ways.
enum MergeRule: Sendable {
  /// The change of the line that was changed later.
  case later
  /// The smaller value.
  case smallest
  /// The larger number; null is less than any.
  case largest
  /// Of an object of pairs of numbers each member of either side, with the larger numbers.
  case largestOfEach
  /// The texts of an array that either side added, without those that either removed.
  case set
  /// Both texts, one below the other.
  case text
  /// If no common ancestor is known: of one line's two states the later; of two lines true.
  case flag
}
