import Foundation

/// Other filters, run as processes on the same text; what reading it takes is told apart.
struct Peers {
  let fzf: String?
  let rg: String?
  private let lines = NSTemporaryDirectory() + "awl-benchmark-lines"
  private let titles = NSTemporaryDirectory() + "awl-benchmark-titles"

  init(corpus: Corpus, fzf: String?, rg: String?) {
    self.fzf = fzf
    self.rg = rg
    corpus.write(to: lines, titlesOnly: false)
    corpus.write(to: titles, titlesOnly: true)
  }

  /// Milliseconds of a whole run of fzf, which reads the text before it matches.
  func timeFzf(_ query: String, titlesOnly: Bool) -> Double? {
    fzf.map { time("\($0) --filter='\(query)' < \(titlesOnly ? titles : lines)") }
  }

  func timeRg(_ query: String) -> Double? {
    rg.map { time("\($0) -i -c -F '\(query)' \(lines)") }
  }

  private func time(_ command: String) -> Double {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command + " > /dev/null"]
    return milliseconds {
      try? process.run()
      process.waitUntilExit()
    }
  }
}
