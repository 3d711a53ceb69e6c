import Browser
import Glibc
import LinkOpening

/// Runs the user's editor on a note.
struct NoteEditor {
  /// The outcome.
  enum Outcome {
    case edited(String)
    case failed(String)
  }

  /// The program and its arguments, without the file.
  private let command: [String]
  private let environment: [String: String]

  /// A longer note would make a line that cannot be read again.
  static let maxNoteLength = 256 << 10

  /// Creates the editor of an environment, `VISUAL` before `EDITOR`; throws if there is none.
  init(environment: [String: String]) throws(NoteEditorFault) {
    self.environment = environment
    for variable in ["VISUAL", "EDITOR"] {
      guard let value = environment[variable], !value.isEmpty else { continue }
      guard let words = CommandWords(value) else { throw .unreadable(variable) }
      guard let program = words.program(in: environment) else {
        throw .missing(variable, words.words[0])
      }
      command = [program] + words.words.dropFirst()
      return
    }
    let usual = ["editor", "nano", "vi"]
    guard let program = usual.lazy.compactMap({ CommandWords($0)?.program(in: environment) }).first
    else {
      throw .none
    }
    command = [program]
  }

  /// Runs the editor in the terminal until it exits; the screen must be suspended.
  func edit(_ note: String) -> Outcome {
    // Editors end a file with a line feed, which is not part of the note.
    let text = note.isEmpty ? "" : note + "\n"
    guard let file = PrivateFile(text, name: "note.txt", environment: environment) else {
      return .failed("cannot create a private file for the note: set TMPDIR")
    }
    let outcome = LinkOpener(environment: environment).runInTerminal(command + [file.path])
    guard outcome == .opened else {
      file.remove()
      return .failed("note unchanged: \(outcome)")
    }
    guard let bytes = file.contents(limit: Self.maxNoteLength) else {
      let path = file.path
      // A note that is too long must not be lost.
      return .failed("note unchanged: it is missing or longer than 256 KB; see \(path)")
    }
    file.remove()
    return .edited(Self.note(bytes))
  }

  /// Returns the note in a file: without blank lines at its end, with line feeds only.
  private static func note(_ bytes: [UInt8]) -> String {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0
    }
    while let last = lines.last, last.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
      lines.removeLast()
    }
    return String(
      decoding: Array(lines.joined(separator: [UInt8(ascii: "\n")])), as: UTF8.self)
  }
}

/// Why there is no editor.
enum NoteEditorFault: Error, CustomStringConvertible {
  case none
  case unreadable(String)
  case missing(String, String)

  var description: String {
    switch self {
    case .none: "no editor was found: set VISUAL or EDITOR"
    case .unreadable(let variable): "\(variable) is not a command: a quote is not closed"
    case .missing(let variable, let program):
      "\(variable) names \(program), which is not there: give a program in PATH or its whole path"
    }
  }
}
