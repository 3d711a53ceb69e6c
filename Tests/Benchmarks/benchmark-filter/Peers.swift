import Foundation

/// Other filters, run as processes on the same text; the time for reading it is measured
/// separately.
struct Peers {
  let fzf: String?
  let rg: String?
  /// A Python that has frizbee, whose matcher is nucleo's in vector instructions.
  let python: String?
  private let lines = NSTemporaryDirectory() + "awl-benchmark-lines"
  private let titles = NSTemporaryDirectory() + "awl-benchmark-titles"

  init(corpus: Corpus, fzf: String?, rg: String?, python: String?) {
    self.fzf = fzf
    self.rg = rg
    self.python = python
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

  /// Milliseconds of frizbee's matching in titles, with one thread; at most one word, since
  /// to frizbee several are one.
  func timeFrizbee(_ query: String) -> Double? {
    guard let python, !query.contains(" ") else { return nil }
    let answer = NSTemporaryDirectory() + "awl-benchmark-frizbee"
    _ = time("\(python) -c \"$0\" '\(titles)' '\(query)'", input: Self.frizbee, output: answer)
    return (try? String(contentsOfFile: answer, encoding: .utf8)).flatMap {
      Double($0.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }

  private static let frizbee = """
    import sys, time, frizbee
    lines = frizbee.Haystacks(open(sys.argv[1], errors="replace").read().split("\\n"))
    matcher = frizbee.Matcher(sys.argv[2], max_typos=0)
    def run():
      start = time.perf_counter()
      matcher.match_list(lines)
      return time.perf_counter() - start
    print(min(run() for _ in range(15)) * 1e3)
    """

  /// Through posix_spawn, since Foundation's Process sees the end of a child tens of milliseconds late.
  private func time(
    _ command: String, input: String = "", output: String = "/dev/null"
  ) -> Double {
    milliseconds {
      let words = ["/bin/sh", "-c", "\(command) > '\(output)'", input]
      var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
      defer { for argument in arguments { free(argument) } }
      var child: pid_t = 0
      guard posix_spawn(&child, "/bin/sh", nil, nil, &arguments, environ) == 0 else { return }
      var status: Int32 = 0
      while waitpid(child, &status, 0) < 0, errno == EINTR {}
    }
  }
}
