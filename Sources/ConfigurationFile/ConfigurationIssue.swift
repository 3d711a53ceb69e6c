/// Something wrong in a configuration file: the default holds there, and awl starts all the same.
package struct ConfigurationIssue: Error, Equatable, Sendable {
  /// The place; both count from 1.
  package var line: Int
  package var column: Int
  /// The fault, and a guess at what was meant.
  package var message: String

  package init(_ place: TOMLPlace, _ message: String) {
    (line, column) = (place.line, place.column)
    self.message = message
  }

  /// `PATH:LINE:COLUMN: MESSAGE`, as compilers write it.
  package func description(in path: String) -> String { "\(path):\(line):\(column): \(message)" }
}

/// A place in a text; line and column count from 1, the column in scalars.
package struct TOMLPlace: Equatable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    (self.line, self.column) = (line, column)
  }
}
