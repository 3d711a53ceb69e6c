internal import Glibc

extension LinkOpener {
  /// The most bytes that can be copied by a program: the capacity of a pipe.
  private static let pipeSize: Int32 = 1 << 20
  /// F_SETPIPE_SZ of fcntl.h, which does not import.
  private static let setPipeSize: Int32 = 1031

  /// Makes a program copy text to the clipboard, without a shell, and returns at once.
  ///
  /// `outcome` is called once on another thread: `opened` means copied.
  ///
  /// - Returns: false, without calling it, if the text exceeds the capacity of a pipe.
  public func copy(
    _ text: String, with program: CopyProgram,
    outcome: @escaping @Sendable (OpeningOutcome) -> Void
  ) -> Bool {
    guard let input = filledPipe(program.bytes(of: text)) else { return false }
    defer { close(input) }
    start(program.arguments, input: input, outcome: outcome)
    return true
  }

  /// Returns the reading end of a pipe that contains some bytes and whose writing end is closed.
  ///
  /// No one has to write while the program reads, and a program that does not read blocks no one.
  private func filledPipe(_ bytes: [UInt8]) -> Int32? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    defer { close(ends[1]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    if bytes.count > 65_536 { _ = fcntl(ends[1], Self.setPipeSize, Self.pipeSize) }
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    guard write(ends[1], bytes, bytes.count) == bytes.count else {
      close(ends[0])
      return nil
    }
    return ends[0]
  }
}
