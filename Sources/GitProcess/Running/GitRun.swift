internal import CLinux
import Glibc

/// One run of git, whose output is read while its messages are collected.
///
/// Waiting throws an error when the work is cancelled or times out.
final class GitRun {
  /// When a wait for output ends.
  enum Timeout {
    /// The deadline in seconds after the start.
    case total(seconds: Int)
    /// After this many seconds without a byte; time spent by the caller does not count.
    case silence(seconds: Int)
  }

  private let child: GitChild
  private let limits: GitLimits
  private let cancellation: Cancellation?
  private let timeout: Timeout
  private let started: Int
  private let progress: (GitProgress) -> Void
  private var messages = GitMessages()
  private var errorsAreOpen = true

  init(
    _ child: GitChild, limits: GitLimits, timeout: Timeout, cancellation: Cancellation?,
    progress: @escaping (GitProgress) -> Void = { _ in }
  ) {
    self.child = child
    self.limits = limits
    self.timeout = timeout
    self.cancellation = cancellation
    self.progress = progress
    started = monotonicSeconds()
  }

  /// Fills the buffer with the available output; returns 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(GitError) -> Int {
    let deadline = deadline
    while true {
      let count = Glibc.read(child.output, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EAGAIN || errno == EINTR else {
        throw .failed(status: errno, words: "git's output cannot be read")
      }
      try wait(for: child.output, until: deadline)
    }
  }

  /// Writes to git's standard input; for a few hundred bytes at a time, which a pipe always
  /// accepts.
  func write(_ bytes: [UInt8]) throws(GitError) {
    // A git that has ended is recognised by its output's end: SIGPIPE must not end us first.
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { rest in
        writeWithoutSignal(child.input, UnsafeRawBufferPointer(rebasing: rest[done...]))
      }
      if count < 0 {
        if errno == EINTR { continue }
        return
      }
      done += count
    }
  }

  /// Closes git's standard input.
  func closeInput() { child.closeInput() }

  /// Waits for git to exit after all its output was read; throws its error.
  func finish() throws(GitError) {
    closeInput()
    let deadline = deadline
    while errorsAreOpen { try wait(for: -1, until: deadline) }
    guard let status = child.waitForEnd(seconds: max(1, deadline - monotonicSeconds())) else {
      throw timedOut
    }
    guard status == 0 else {
      throw GitFailure.error(status: status, messages: messages.finish(), limits: limits)
    }
  }
}

extension GitRun {
  private var deadline: Int {
    switch timeout {
    case .total(let seconds): started + seconds
    case .silence(let seconds): monotonicSeconds() + seconds
    }
  }

  private var timedOut: GitError {
    switch timeout {
    case .total(let seconds), .silence(let seconds): .timedOut(seconds: seconds)
    }
  }

  /// Waits for output; -1 waits for messages only.
  private func wait(for output: Int32, until deadline: Int) throws(GitError) {
    var waits = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errorsAreOpen ? child.errors : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: cancellation?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    let left = deadline - monotonicSeconds()
    guard left > 0 else {
      child.end()
      throw timedOut
    }
    // At most a second, so that only the clock decides when time is up.
    guard poll(&waits, nfds_t(waits.count), Int32(min(left, 1) * 1_000)) > 0 else { return }
    if waits[2].revents != 0 {
      child.end()
      throw .cancelled
    }
    if waits[1].revents != 0 { readMessages() }
  }

  private func readMessages() {
    withUnsafeTemporaryAllocation(byteCount: 4_096, alignment: 1) { buffer in
      let count = Glibc.read(child.errors, buffer.baseAddress, buffer.count)
      if count > 0 {
        messages.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]), progress: progress)
      } else if count == 0 || errno != EAGAIN && errno != EINTR {
        errorsAreOpen = false
      }
    }
  }
}

/// Seconds of a clock that cannot be set.
func monotonicSeconds() -> Int {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return now.tv_sec
}

/// Writes to a pipe; a closed one is an error (EPIPE) and no signal.
private func writeWithoutSignal(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  var pipe = sigset_t()
  var before = sigset_t()
  sigemptyset(&pipe)
  sigaddset(&pipe, SIGPIPE)
  pthread_sigmask(SIG_BLOCK, &pipe, &before)
  let count = Glibc.write(descriptor, bytes.baseAddress, bytes.count)
  let code = errno
  if count < 0, code == EPIPE {
    var none = timespec()
    while sigtimedwait(&pipe, nil, &none) == -1, errno == EINTR {}
  }
  pthread_sigmask(SIG_SETMASK, &before, nil)
  errno = code
  return count
}
