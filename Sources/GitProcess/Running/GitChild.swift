import CLinux
import Glibc

/// A git process in its own session, with its streams connected to pipes.
///
/// It has no terminal, so neither it nor its children can prompt. It can be killed together with
/// its children, and is when the last reference is released. Used from one thread.
final class GitChild {
  private let id: pid_t
  private let watch: GitWatchdog?
  private var isReaped = false
  private(set) var input: Int32
  private(set) var output: Int32
  private(set) var errors: Int32

  /// Starts a program; if `isWatched`, it is also killed when awl is.
  init(
    _ program: String, _ arguments: [String], environment: [String], limits: GitLimits,
    isWatched: Bool
  ) throws(GitError) {
    guard let pipes = Pipes() else { throw .failed(status: 0, words: "no pipe: errno \(errno)") }
    watch = isWatched ? GitWatchdog() : nil
    let start = SessionStart.start(
      program, arguments, environment: environment,
      streams: [pipes.input.read, pipes.output.write, pipes.errors.write],
      lifeline: watch?.lifeline, limits: limits)
    pipes.closeEndsOfChild()
    id = start.id
    input = pipes.input.write
    output = pipes.output.read
    errors = pipes.errors.read
    guard start.error == 0 else {
      isReaped = true
      watch?.end()
      throw .failed(status: start.error, words: "\(program) did not start")
    }
  }

  deinit {
    closeInput()
    close(output)
    close(errors)
    if !isReaped { end() }
  }

  /// Closes git's standard input.
  func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// Returns the exit status, or 128 and the signal; nil if it is still at work after the time.
  func waitForEnd(seconds: Int) -> Int32? {
    guard awaitExit(milliseconds: seconds * 1_000) else { return nil }
    return reap()
  }

  /// Terminates git and its children: two seconds to clean up, then SIGKILL.
  func end() {
    guard !isReaped else { return }
    kill(-id, SIGTERM)
    _ = awaitExit(milliseconds: 2_000)
    _ = reap()
  }
}

extension GitChild {
  private struct Pipes {
    typealias Ends = (read: Int32, write: Int32)
    let input: Ends
    let output: Ends
    let errors: Ends

    init?() {
      var opened: [Ends] = []
      for _ in 0..<3 {
        var ends: [Int32] = [0, 0]
        guard pipe2(&ends, O_CLOEXEC) == 0 else {
          opened.forEach {
            close($0.read); close($0.write)
          }
          return nil
        }
        opened.append((ends[0], ends[1]))
      }
      (input, output, errors) = (opened[0], opened[1], opened[2])
      // A pipe of 1 MiB saves most of the context switches between git and us; 64 KiB work as well.
      _ = fcntl(output.read, clinux_F_SETPIPE_SZ, 1 << 20)
      for end in [output.read, errors.read] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    }

    func closeEndsOfChild() {
      close(input.read)
      close(output.write)
      close(errors.write)
    }
  }

  /// Waits for the exit without reaping, so that the process ID stays ours.
  private func awaitExit(milliseconds: Int) -> Bool {
    var waited = 0
    var pause = 100
    while true {
      var information = siginfo_t()
      let flags = WEXITED | WNOHANG | WNOWAIT
      if waitid(P_PID, id_t(id), &information, flags) != 0 || information.si_signo == SIGCHLD {
        return true
      }
      guard waited < milliseconds * 1_000 else { return false }
      usleep(useconds_t(pause))
      waited += pause
      pause = min(pause * 2, 20_000)
    }
  }

  /// Reaps the process, after killing anything it left running.
  private func reap() -> Int32 {
    guard !isReaped else { return 0 }
    isReaped = true
    watch?.end()
    kill(-id, SIGKILL)
    var status: Int32 = 0
    while waitpid(id, &status, 0) == -1, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
