import Testing

@testable import GitProcess

struct GitProgressTests {
  @Test(arguments: [
    (
      "Receiving objects:  45% (9/20), 1.2 MiB | 2 MiB/s",
      GitProgress(phase: .receiving, percent: 45)
    ),
    ("Receiving objects: 100% (20/20), done.", GitProgress(phase: .receiving, percent: 100)),
    ("remote: Counting objects:   5% (1/20)", GitProgress(phase: .counting, percent: 5)),
    ("remote: Enumerating objects: 5, done.", GitProgress(phase: .counting)),
    ("Resolving deltas: 999% (1/1)", GitProgress(phase: .resolving)),
  ])
  func aLineOfProgressIsRead(line: String, progress: GitProgress) {
    #expect(GitProgress(line: Array(line.utf8)) == progress)
  }

  @Test(arguments: [
    "", "remote: ", "remote: \u{1B}]0;PWN\u{7}", "fatal: not found", "receiving objects: 5%",
  ])
  func otherLinesAreNone(line: String) {
    #expect(GitProgress(line: Array(line.utf8)) == nil)
  }

  @Test func serverMessagesAreNeitherProgressNorKept() {
    var messages = GitMessages()
    var steps: [GitProgress] = []
    let text =
      "remote: \u{1B}]0;PWN\u{7}\rReceiving objects: 1%\rReceiving objects: 1%\rfatal: no\n"
    Array(text.utf8).withUnsafeBytes { bytes in
      messages.add(bytes) { steps.append($0) }
    }
    #expect(steps == [GitProgress(phase: .receiving, percent: 1)])
    #expect(messages.finish() == Array("fatal: no\n".utf8))
  }
}
