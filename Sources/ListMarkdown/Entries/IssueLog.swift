import ListModel

/// The issues of a page, up to a limit; more are only counted.
struct IssueLog {
  private(set) var issues: [ParseIssue] = []
  private var uncounted = 0

  /// The number of issues, including omitted ones.
  var count: Int { issues.count + uncounted }

  mutating func add(line: Int, _ message: String) {
    guard issues.count < PageLimits.issues else {
      uncounted += 1
      return
    }
    issues.append(ParseIssue(line: line, message: message))
  }

  /// Adds the issues of another log, each at the line that `line` gives for its own.
  mutating func add(_ other: IssueLog, line: (Int) -> Int = { $0 }) {
    for issue in other.issues { add(line: line(issue.line), issue.message) }
    uncounted += other.uncounted
  }

  /// All issues by line; the last one reports the number of omitted ones.
  var sorted: [ParseIssue] {
    var all = issues
    all.sort { $0.line < $1.line }
    if uncounted > 0 { all.append(ParseIssue(line: 0, message: "\(uncounted) more issues")) }
    return all
  }
}
