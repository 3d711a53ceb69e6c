import Glibc
import LinkOpening
import Synchronization
import TestSupport

/// A program that records how it was called, and then does what a test wants.
final class FakeOpener {
  let folder: TemporaryFolder
  let program: String

  /// `script` runs after the arguments were recorded, one per line.
  init(_ script: String = "") throws {
    folder = try TemporaryFolder()
    program = folder("opener")
    let lines = """
      #!/bin/sh
      printf '%s\\n' "$@" >> '\(folder("arguments"))'
      \(script)

      """
    try putProgram(lines.utf8, into: program)
  }

  /// The arguments of all calls, one a line.
  var arguments: [String] {
    text(folder("arguments")).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map(String.init)
  }

  /// Starts it with a link, and waits for the outcome.
  func open(_ url: String) -> (id: Int32?, outcome: OpeningOutcome?) {
    let answer = Answer()
    let opener = LinkOpener(environment: ChildProcess.environment, attention: 60_000)
    let id = opener.start([program, url]) { answer.tell($0) }
    return (id, answer.wait())
  }
}

/// An outcome that comes on another thread.
final class Answer: Sendable {
  private let outcomes = Mutex<[OpeningOutcome]>([])

  func tell(_ outcome: OpeningOutcome) { outcomes.withLock { $0.append(outcome) } }

  var all: [OpeningOutcome] { outcomes.withLock { $0 } }

  /// The first outcome; nil if none comes.
  func wait() -> OpeningOutcome? {
    TestSupport.wait { !all.isEmpty }
    return all.first
  }
}
