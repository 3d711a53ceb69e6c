import Foundation
public import Testing

/// Compares a text with a file of the project, and says in the first differing line how they differ.
///
/// With AWL_RECORD set the file is written instead, and the test fails all the same: what was
/// recorded has to be looked at before it counts.
public func expectSnapshot(
  _ text: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let url = URL(fileURLWithPath: projectFile(path))
  if ProcessInfo.processInfo.environment["AWL_RECORD"] != nil {
    do {
      try text.write(to: url, atomically: true, encoding: .utf8)
      Issue.record(
        "recorded \(path): look at it and run without AWL_RECORD", sourceLocation: sourceLocation)
    } catch {
      Issue.record("cannot write \(path): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let recorded = try? String(contentsOf: url, encoding: .utf8) else {
    Issue.record("\(path) is missing: AWL_RECORD=1 makes it", sourceLocation: sourceLocation)
    return
  }
  let (found, expected) = (
    text.split(separator: "\n", omittingEmptySubsequences: false),
    recorded.split(separator: "\n", omittingEmptySubsequences: false)
  )
  guard found != expected else { return }
  let line = zip(found, expected).prefix { $0 == $1 }.count
  Issue.record(
    """
    \(path) differs from line \(line + 1) on
      recorded: \(line < expected.count ? expected[line] : "nothing")
      now:      \(line < found.count ? found[line] : "nothing")
    """, sourceLocation: sourceLocation)
}

/// The path of a file of the project.
public func projectFile(_ path: String) -> String {
  // The project's folder holds Tests, which holds this file's folder.
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent(path).path
}
