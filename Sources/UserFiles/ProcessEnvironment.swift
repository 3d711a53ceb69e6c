internal import Glibc

// `environ` is a plain C global; nothing in the program changes it.
@preconcurrency import Glibc

/// Returns the variables that the process was started with; of a variable that is twice, the first.
public func processEnvironment() -> [String: String] {
  var variables: [String: String] = [:]
  var next = environ
  while let entry = next.pointee {
    let text = String(cString: entry)
    if let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")), equals != text.startIndex {
      let name = String(text[..<equals])
      if variables[name] == nil {
        variables[name] = String(text[text.utf8.index(after: equals)...])
      }
    }
    next += 1
  }
  return variables
}

/// Returns the home directory that the user database has for the user of the process.
public func passwordHome() -> String? {
  var entry = passwd()
  var found: UnsafeMutablePointer<passwd>?
  var strings = [CChar](repeating: 0, count: 16_384)
  guard getpwuid_r(getuid(), &entry, &strings, strings.count, &found) == 0, found != nil,
    let home = entry.pw_dir
  else { return nil }
  return String(cString: home)
}

/// Prepares the process for saving files; call it once, before anything else is opened.
///
/// Standard streams that were closed at the start are opened on `/dev/null`, so that no file opened
/// later takes their place; and exceeding `ulimit -f` becomes an error instead of a fatal signal.
public func prepareProcessForFiles() {
  for stream in STDIN_FILENO...STDERR_FILENO where fcntl(stream, F_GETFD) == -1 {
    // The kernel returns the lowest free descriptor, which is this one.
    _ = open("/dev/null", O_RDWR)
  }
  signal(SIGXFSZ, SIG_IGN)
}
