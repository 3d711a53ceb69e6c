public import Glibc

/// A local server that accepts all input and never responds.
public final class SilentServer {
  private let listener: Int32
  /// Its URL.
  public let port: Int

  /// Begins to listen; the kernel takes the connections.
  public init() throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, length) == 0 && listen(listener, 16) == 0
          && getsockname(listener, address, &length) == 0
      }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    guard isListening else { throw TestFailure("no server: errno \(errno)") }
  }

  deinit { close(listener) }

  /// The address of a repository there.
  public func url(_ path: String) -> String { "http://127.0.0.1:\(port)/\(path)" }
}

/// The processes of this machine in whose command lines a text is, by their numbers.
public func processes(with text: String) -> [pid_t] {
  guard let directory = opendir("/proc") else { return [] }
  defer { closedir(directory) }
  var found: [pid_t] = []
  while let entry = readdir(directory) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    guard let id = pid_t(name), let words = contents("/proc/\(name)/cmdline"),
      words.firstRange(of: Array(text.utf8)) != nil
    else { continue }
    found.append(id)
  }
  return found
}
