public import Testing

extension PseudoTerminal {
  /// Expects that a program has restored the terminal: its modes, pasting and the main screen.
  ///
  /// - Parameters:
  ///   - modes: those before the program was started.
  ///   - start: how many bytes were written before it was asked to end.
  /// - Returns: what it wrote since.
  @discardableResult
  public func expectRestored(
    modes: String, after start: Int, type: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> String {
    #expect(self.modes == modes, sourceLocation: sourceLocation)
    let written = String(decoding: output.dropFirst(start), as: UTF8.self)
    #expect(
      written.contains("\u{1B}[?2004l"), "bracketed paste is off", sourceLocation: sourceLocation)
    if type == "xterm-256color" || type == "tmux-256color" {
      #expect(
        written.contains("\u{1B}[?1049l"), "the alternate screen is left",
        sourceLocation: sourceLocation)
    }
    return written
  }
}
