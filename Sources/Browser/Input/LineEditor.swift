/// A line of text with a cursor, edited with the keys of a shell's prompt.
///
/// The cursor counts Unicode scalars from the start. Scalars rather than Characters: pasted text
/// may be anything, and in most prompts a backspace deletes one scalar.
package struct LineEditor: Equatable, Sendable {
  private var scalars: [Unicode.Scalar]
  /// How many scalars are before the cursor.
  package private(set) var cursor: Int

  /// Creates a line with the cursor at its end.
  package init(_ text: String = "") {
    scalars = Array(text.unicodeScalars)
    cursor = scalars.count
  }

  /// Creates a line with the cursor between two texts.
  init(_ text: String, suffix: String) {
    self.init(text)
    scalars += Array(suffix.unicodeScalars)
  }

  /// The text after the cursor.
  var textAfterCursor: String { Self.string(scalars[cursor...]) }

  /// The whole line.
  package var text: String { Self.string(scalars[...]) }

  /// The text before the cursor.
  package var textBeforeCursor: String { Self.string(scalars[..<cursor]) }

  mutating func insert(_ text: String) {
    let added = Array(text.unicodeScalars)
    scalars.insert(contentsOf: added, at: cursor)
    cursor += added.count
  }

  mutating func moveLeft() { cursor = max(0, cursor - 1) }
  mutating func moveRight() { cursor = min(scalars.count, cursor + 1) }
  mutating func moveToStart() { cursor = 0 }
  mutating func moveToEnd() { cursor = scalars.count }
  mutating func moveWordLeft() { cursor = wordStart }
  mutating func moveWordRight() { cursor = wordEnd }
  mutating func deleteBackward() { delete(max(0, cursor - 1)..<cursor) }
  mutating func deleteForward() { delete(cursor..<min(scalars.count, cursor + 1)) }
  mutating func deleteWordBackward() { delete(wordStart..<cursor) }
  mutating func deleteToStart() { delete(0..<cursor) }
  mutating func deleteToEnd() { delete(cursor..<scalars.count) }
}

extension LineEditor {
  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private mutating func delete(_ range: Range<Int>) {
    scalars.removeSubrange(range)
    cursor = range.lowerBound
  }

  private var wordStart: Int {
    var index = cursor
    while index > 0, scalars[index - 1] == " " { index -= 1 }
    while index > 0, scalars[index - 1] != " " { index -= 1 }
    return index
  }

  private var wordEnd: Int {
    var index = cursor
    while index < scalars.count, scalars[index] == " " { index += 1 }
    while index < scalars.count, scalars[index] != " " { index += 1 }
    return index
  }
}
