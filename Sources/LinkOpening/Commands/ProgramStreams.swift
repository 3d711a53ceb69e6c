internal import Glibc

/// The pipes to and from a program: its standard input, and one for both of its outputs.
struct ProgramStreams: ~Copyable {
  /// The streams that are ready.
  struct Ready {
    var takesInput = false
    var hasOutput = false
    var isCancelled = false
    var hasEnded = false
  }

  /// The program's ends, until they are closed here.
  private(set) var programInput: Int32
  private(set) var programOutput: Int32
  private var input: Int32
  private var output: Int32

  /// Creates the pipes; nil if the system has no descriptors left.
  init?() {
    var inputs: [Int32] = [-1, -1]
    var outputs: [Int32] = [-1, -1]
    guard pipe(&inputs) == 0 else { return nil }
    guard pipe(&outputs) == 0 else {
      for end in inputs { close(end) }
      return nil
    }
    for end in inputs + outputs { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    for end in [inputs[1], outputs[0]] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    (programInput, input) = (inputs[0], inputs[1])
    (output, programOutput) = (outputs[0], outputs[1])
  }

  deinit {
    for end in [programInput, programOutput, input, output] where end >= 0 { close(end) }
  }

  /// Closes our copies of the program's ends: otherwise we would never see end of file.
  mutating func closeProgramEnds() {
    for end in [programInput, programOutput] where end >= 0 { close(end) }
    (programInput, programOutput) = (-1, -1)
  }

  /// Closes the program's standard input.
  mutating func closeInput() {
    guard input >= 0 else { return }
    close(input)
    input = -1
  }

  /// Waits until a pipe is ready.
  ///
  /// - Parameters:
  ///   - writes: whether there is input left to write.
  ///   - limit: how long to wait, in milliseconds; -1 to wait forever.
  func wait(_ cancelling: Int32, _ ending: Int32, writes: Bool, limit: Int32) -> Ready {
    var sources = [
      pollfd(fd: writes ? input : -1, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: cancelling, events: Int16(POLLIN), revents: 0),
      pollfd(fd: ending, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&sources, nfds_t(sources.count), limit)
    guard count > 0 else { return Ready() }
    return Ready(
      takesInput: sources[0].revents != 0, hasOutput: sources[1].revents != 0,
      isCancelled: sources[2].revents != 0, hasEnded: sources[3].revents != 0)
  }

  /// Writes as much as the pipe accepts and returns the rest, which is empty if the program stopped
  /// reading.
  func write(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let count = bytes.withUnsafeBytes { Glibc.write(input, $0.baseAddress, $0.count) }
    guard count < 0 else { return bytes.dropFirst(count) }
    return errno == EAGAIN || errno == EINTR ? bytes : []
  }

  /// Reads the available output; closes the pipe at end of file.
  mutating func read(into bytes: inout [UInt8]) {
    var block = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(output, &block, block.count)
    if count > 0 {
      bytes.append(contentsOf: block[..<count])
    } else if count == 0 || errno != EAGAIN && errno != EINTR {
      close(output)
      output = -1
    }
  }
}
