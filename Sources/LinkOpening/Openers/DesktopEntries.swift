import Glibc

/// The facts of desktop entries about programs: which of them run in a terminal.
public struct DesktopEntries: Sendable {
  private let folders: [String]

  /// Searches the folders named by the XDG variables of the environment.
  public init(environment: [String: String]) {
    let home =
      environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
      ?? environment["HOME"].map { $0 + "/.local/share" }
    let shared =
      environment["XDG_DATA_DIRS"].flatMap { $0.isEmpty ? nil : $0 }
      ?? "/usr/local/share:/usr/share"
    let all =
      [home].compactMap { $0 }
      + shared.utf8.split(separator: UInt8(ascii: ":")).map {
        String(decoding: $0, as: UTF8.self)
      }
    folders = all.filter { $0.utf8.first == UInt8(ascii: "/") }.map { $0 + "/applications" }
  }

  /// Returns whether an entry of a program, identified by its name, has `Terminal=true`.
  ///
  /// Reads the folders of entries, at most 64 KiB of each file.
  public func runInTerminal(_ program: String) -> Bool {
    let name = Self.lastPart(program.utf8)
    for folder in folders {
      guard let directory = opendir(folder) else { continue }
      defer { closedir(directory) }
      while let entry = readdir(directory) {
        let file = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        guard file.utf8.suffix(8).elementsEqual(".desktop".utf8) else { continue }
        if Self.wantsTerminal(Self.head(of: folder + "/" + file), name: name) { return true }
      }
    }
    return false
  }

  /// Returns whether the text of an entry names a program and has it run in a terminal.
  static func wantsTerminal(_ text: [UInt8], name: some Collection<UInt8>) -> Bool {
    var isMain = false
    var (isNamed, isInTerminal) = (false, false)
    for line in text.split(separator: UInt8(ascii: "\n")) {
      if line.first == UInt8(ascii: "[") {
        isMain = line.starts(with: "[Desktop Entry]".utf8)
      } else if isMain, line.starts(with: "Exec=".utf8) {
        let word = line.dropFirst(5).prefix { $0 > 0x20 }.filter { $0 != UInt8(ascii: "\"") }
        isNamed = lastPart(word).elementsEqual(name)
      } else if isMain, line.starts(with: "Terminal=true".utf8) {
        isInTerminal = true
      }
    }
    return isNamed && isInTerminal
  }

  private static func lastPart(_ path: some BidirectionalCollection<UInt8>) -> [UInt8] {
    Array(path.reversed().prefix { $0 != UInt8(ascii: "/") }.reversed())
  }

  private static func head(of path: String) -> [UInt8] {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &bytes, bytes.count)
    return Array(bytes.prefix(max(0, count)))
  }
}
