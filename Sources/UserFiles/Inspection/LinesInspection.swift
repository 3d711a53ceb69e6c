import JSONLines

/// The lines of a JSON Lines file that are damaged.
public struct LinesInspection: Equatable, Sendable {
  /// Their numbers, from 1; a line is damaged if it is neither blank nor a whole JSON object.
  public let damaged: [Int]

  /// Checks each line of a file's content.
  public init(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    damaged = lines.indices.filter { number in
      let line = lines[number]
      return !isBlank(line) && !Self.isObject(bytes, line.startIndex..<line.endIndex)
    }.map { $0 + 1 }
  }

  private static func isObject(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    var scanner = JSONScanner(bytes, in: line)
    do throws(JSONError) {
      try scanner.object { scanner, _ throws(JSONError) in try scanner.skip() }
      try scanner.end()
      return true
    } catch {
      return false
    }
  }
}
