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

  /// Through posix_spawn, since Foundation's Process sees the end of a child tens of milliseconds late.
  private func time(_ command: String) -> Double {
    milliseconds {
      let words = ["/bin/sh", "-c", command + " > /dev/null"]
      var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
      defer { for argument in arguments { free(argument) } }
      var child: pid_t = 0
      guard posix_spawn(&child, "/bin/sh", nil, nil, &arguments, environ) == 0 else { return }
      var status: Int32 = 0
      while waitpid(child, &status, 0) < 0, errno == EINTR {}
    }
  }
}
