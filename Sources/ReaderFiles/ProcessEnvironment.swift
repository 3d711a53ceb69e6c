// `environ` is a plain C global; nothing in the program changes it.
@preconcurrency import Glibc

/// The variables that the process was started with; of a variable that is twice, the first.
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

/// The home directory that the user database has for the user of the process.
public func passwordHome() -> String? {
  var entry = passwd()
  var found: UnsafeMutablePointer<passwd>?
  var strings = [CChar](repeating: 0, count: 16_384)
  guard getpwuid_r(getuid(), &entry, &strings, strings.count, &found) == 0, found != nil,
    let home = entry.pw_dir
  else { return nil }
  return String(cString: home)
}
