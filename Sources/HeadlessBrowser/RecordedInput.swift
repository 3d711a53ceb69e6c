import Browser
import JSONLines
package import TerminalEvents

/// An event of a terminal as a line of text, for recording and replaying a run.
///
///     size 120x40
///     key C-d
///     paste "two\nlines"
///
/// The mouse and signals have no line.
package enum RecordedInput: Equatable, Sendable {
  case key(KeyEvent)
  case paste(String)
  case size(Size)

  /// Creates a recordable event; nil for all others.
  package init?(_ event: TerminalEvent) {
    switch event {
    case .key(let key): self = .key(key)
    case .paste(let text): self = .paste(text)
    case .resized(let size): self = .size(size)
    default: return nil
    }
  }

  /// Parses a line written by `line`; nil for any other.
  package init?(line: String) {
    guard let space = line.utf8.firstIndex(of: UInt8(ascii: " ")) else { return nil }
    let argument = line[line.utf8.index(after: space)...]
    switch line[..<space] {
    case "key":
      guard let key = KeyEvent(parsing: argument) else { return nil }
      self = .key(key)
    case "paste":
      let bytes = Array(argument.utf8)
      var scanner = JSONScanner(bytes, in: bytes.indices)
      guard let text = try? scanner.string(), (try? scanner.end()) != nil else { return nil }
      self = .paste(text)
    case "size":
      guard let size = Size(parsing: argument) else { return nil }
      self = .size(size)
    default: return nil
    }
  }

  /// The event as a line, without the line end.
  package var line: String {
    switch self {
    case .key(let key): return "key \(key)"
    case .paste(let text):
      var writer = JSONWriter()
      writer.value(text)
      return "paste " + String(decoding: writer.bytes, as: UTF8.self)
    case .size(let size): return "size \(size)"
    }
  }
}

extension Size {
  /// Reads `80x24`: two numbers from 1 to 1000.
  package init?(parsing text: some StringProtocol) {
    let numbers = text.utf8.split(separator: UInt8(ascii: "x"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 2, let columns = numbers[0], let rows = numbers[1],
      (1...1_000).contains(columns), (1...1_000).contains(rows)
    else { return nil }
    self.init(columns: columns, rows: rows)
  }
}

extension Scenario {
  /// Handles an event as if it came from the terminal.
  package mutating func replay(_ input: RecordedInput) {
    switch input {
    case .key(let key): send(.key(key))
    case .paste(let text): send(.pasted(text))
    case .size(let size): send(.resized(size))
    }
  }
}
