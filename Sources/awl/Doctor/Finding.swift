import JSONLines

/// The result of one check of `awl doctor`.
struct Finding: Equatable {
  enum State: String {
    case ok
    /// A problem that the user should fix.
    case problem
    /// Not checked, or not applicable.
    case skipped
  }

  /// The check's name, the same in every version: `terminal.type`.
  let check: String
  let state: State
  /// The result in words.
  let found: String
  /// What to do about a problem.
  let remedy: String?

  static func ok(_ check: String, _ found: String) -> Finding {
    Finding(check: check, state: .ok, found: found, remedy: nil)
  }

  static func problem(_ check: String, _ found: String, fix: String) -> Finding {
    Finding(check: check, state: .problem, found: found, remedy: fix)
  }

  static func skipped(_ check: String, _ found: String) -> Finding {
    Finding(check: check, state: .skipped, found: found, remedy: nil)
  }

  /// Returns a problem in the form in which awl's errors are written, `error: how to fix it`.
  static func problem(_ check: String, _ description: String) -> Finding {
    let parts = description.split(separator: ": ", maxSplits: 1).map(String.init)
    return parts.count == 2
      ? problem(check, parts[0], fix: parts[1])
      : problem(check, description, fix: "see awl(1)")
  }

  /// The finding for a person: a line, and below a problem one with what to do.
  var text: String {
    let line = padded(state.rawValue, to: 9) + padded(check, to: 20) + safeLine(found) + "\n"
    guard let remedy else { return line }
    return line + String(repeating: " ", count: 9) + "fix: " + safeLine(remedy) + "\n"
  }

  /// The finding as a line of JSON.
  var json: String {
    jsonLine { writer in
      writer.member("check", check)
      writer.member("status", state.rawValue)
      writer.member("found", found)
      if let remedy { writer.member("fix", remedy) }
    }
  }

  private func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(1, columns - text.utf8.count))
  }
}
