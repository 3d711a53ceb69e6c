package import Settings

/// The content of a configuration file: settings, keys and openers, and its issues.
///
/// Every invalid line is an issue, and its setting keeps the default.
package struct Configuration: Sendable {
  /// The settings in force.
  package internal(set) var settings = SettingValues()
  /// The keys, in the order of their lines.
  package internal(set) var keys: [KeyLine] = []
  /// The openers, in the order in which they are tried.
  package internal(set) var openers: [OpenerLine] = []
  /// The custom commands, in order.
  package internal(set) var commands: [CommandDefinition] = []
  /// The style rules, in order.
  package internal(set) var rules: [RuleLine] = []
  /// The issues, in the order of the lines.
  package internal(set) var issues: [ConfigurationIssue] = []

  /// Creates the defaults, as without a file.
  package init() {}

  /// Adds an issue found by the user of a line.
  package mutating func add(_ issue: ConfigurationIssue) {
    issues.append(issue)
    issues.sort { ($0.line, $0.column) < ($1.line, $1.column) }
  }
}

/// A line that binds a sequence of keys: `"g n" = "go-new"` below `[keys.entries]`.
package struct KeyLine: Equatable, Sendable {
  /// `global`, or the view that the keys are for.
  package var context: String
  /// The keys as written.
  package var keys: String
  /// The commands by name, run in order; none disables the default of the keys.
  package var commands: [String]
  /// The position of the line.
  package var place: TOMLPlace
}

/// A table `[[openers]]`: a program and the links that it opens.
package struct OpenerLine: Equatable, Sendable {
  /// Its name in the menu of `O`; by default the program's name.
  package var name: String
  /// The program and its arguments; `{url}` is the link.
  package var run: [String]
  /// Hosts, each including its subdomains; empty for any.
  package var hosts: [String]
  /// Schemes; empty for any.
  package var schemes: [String]
  /// The path's suffix, without the dot; empty for any.
  package var extensions: [String]
  /// A query that the link's entry must match; nil for any.
  package var query: String?
  /// Whether it gets the terminal; nil if its name decides.
  package var terminal: Bool?
  /// Whether the user is asked before it opens a link.
  package var ask: Bool
  /// The position of the table.
  package var place: TOMLPlace
}

/// A table `[commands.NAME]`: a custom command.
package struct CommandDefinition: Equatable, Sendable {
  package var name: String
  /// The program and its arguments, some of which are placeholders.
  package var run: [String]
  /// `silent`, `terminal` or `output`.
  package var mode: String
  package var help: String
  /// The position of the table.
  package var place: TOMLPlace
}

/// A line of `[rules]`: the style of entries that match a query.
package struct RuleLine: Equatable, Sendable {
  package var query: String
  /// Colours as written; see `ColorWord`.
  package var foreground: String?
  package var background: String?
  /// Those of `bold`, `dim`, `italic`, `underline` and `reverse` that are true.
  package var attributes: [String]
  /// The position of the line.
  package var place: TOMLPlace
}
