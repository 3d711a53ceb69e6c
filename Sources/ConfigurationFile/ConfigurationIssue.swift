/// A problem in a configuration file: the default is used instead, and awl starts nevertheless.
package struct ConfigurationIssue: Error, Equatable, Sendable {
  /// The position; both count from 1.
  package var line: Int
  package var column: Int
  /// The error, and a suggestion.
  package var message: String

  package init(_ place: TOMLPlace, _ message: String) {
    (line, column) = (place.line, place.column)
    self.message = message
  }

  /// `PATH:LINE:COLUMN: MESSAGE`, as compilers write it.
  package func description(in path: String) -> String { "\(path):\(line):\(column): \(message)" }
}

/// A position in a text; line and column count from 1, the column in scalars.
package struct TOMLPlace: Equatable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    (self.line, self.column) = (line, column)
  }
}
