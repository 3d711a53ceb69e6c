import JSONLines

/// The lines of a JSON Lines file that are damaged.
public struct LinesInspection: Equatable, Sendable {
  /// Their numbers, from 1; a line is damaged if it is neither blank nor a whole JSON object.
  public let damaged: [Int]
  /// How many lines are sound, the header among them.
  public let sound: Int

  /// Checks each line of a file's content.
  public init(_ bytes: [UInt8]) {
    var damaged: [Int] = []
    var sound = 0
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where !isBlank(line) {
      if Self.isObject(bytes, line.startIndex..<line.endIndex) {
        sound += 1
      } else {
        damaged.append(number + 1)
      }
    }
    (self.damaged, self.sound) = (damaged, sound)
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
