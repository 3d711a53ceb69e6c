internal import Glibc

/// Prepares a process for saving files; call it once, before anything else is opened.
///
/// Standard streams that were closed at the start lead to `/dev/null`, so that no file that is
/// opened later is taken for one of them; and a file that exceeds `ulimit -f` is an error that can
/// be reported instead of a deadly signal.
public func prepareProcessForFiles() {
  for stream in STDIN_FILENO...STDERR_FILENO where fcntl(stream, F_GETFD) == -1 {
    // The lowest free descriptor is given, which is this one.
    _ = open("/dev/null", O_RDWR)
  }
  signal(SIGXFSZ, SIG_IGN)
}
