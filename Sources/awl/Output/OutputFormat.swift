import ArgumentParser

/// How lines are printed.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people: one entry a line, aligned by nothing, safe for a terminal.
  case plain
  /// JSON Lines: one object a line, the text as the list has it.
  case json
  /// One entry a line, tab-separated, safe for a terminal.
  case tsv
}
