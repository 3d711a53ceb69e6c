import Foundation
import TestSupport

/// A web server on this machine that serves repositories through `git http-backend`, and misbehaves
/// where a test asks for it.
///
/// `/git/…` is a folder of repositories. Below `/401`, `/404`, `/moved`, `/page`, `/slow`,
/// `/silent` and `/endless` each request meets what its name says.
final class LoopbackServer: Sendable {
  private let listener: Int32
  private let root: String
  private let folder: TemporaryFolder
  let port: Int

  init(root: String) throws {
    self.root = root
    folder = try TemporaryFolder()
    let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | O_CLOEXEC, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(socket, address, length) == 0 && listen(socket, 16) == 0
          && getsockname(socket, address, &length) == 0
      }
    }
    guard isListening else { throw TestFailure("no server: errno \(errno)") }
    port = Int(UInt16(bigEndian: address.sin_port))
    listener = socket
    let bodies = folder.path
    Thread.detachNewThread {
      while true {
        let connection = accept(socket, nil, nil)
        guard connection >= 0 else {
          // Here rather than in deinit: another test may get the number as soon as it is free.
          close(socket)
          return
        }
        Thread.detachNewThread {
          LoopbackConnection(connection, root: root, bodies: bodies).serve()
        }
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
  }

  func url(_ path: String) -> String { "http://127.0.0.1:\(port)/\(path)" }
}

/// One request and its answer.
private struct LoopbackConnection {
  private let descriptor: Int32
  private let root: String
  private let bodies: String

  init(_ descriptor: Int32, root: String, bodies: String) {
    self.descriptor = descriptor
    self.root = root
    self.bodies = bodies
  }

  func serve() {
    defer { close(descriptor) }
    guard let (head, body) = readRequest() else { return }
    let words = head.first?.split(separator: " ") ?? []
    guard words.count == 3 else { return }
    let path = String(words[1])
    switch path.split(separator: "/").first {
    case "git": serveRepository(method: String(words[0]), path: path, head: head, body: body)
    case "401": answer("401 Unauthorized", ["WWW-Authenticate: Basic realm=\"x\""])
    case "moved":
      answer("302 Found", ["Location: \(path.replacingOccurrences(of: "moved", with: "git"))"])
    case "page":
      answer(
        "200 OK", ["Content-Type: text/html"], Array("<html>\n<body>\n</body>\n</html>\n".utf8))
    case "slow": serveSlowly()
    case "silent": sleep(30)
    case "endless": serveWithoutEnd()
    default: answer("404 Not Found", [])
    }
  }

  private func readRequest() -> (head: [String], body: [UInt8])? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let text = String(decoding: bytes, as: UTF8.self)
      if let end = text.range(of: "\r\n\r\n"),
        let start = text[..<end.upperBound].utf8.count as Int?
      {
        let head = text[..<end.lowerBound].components(separatedBy: "\r\n")
        let length = header("content-length", of: head).flatMap { Int($0) } ?? 0
        if bytes.count >= start + length { return (head, Array(bytes[start..<start + length])) }
      }
      let count = read(descriptor, &chunk, chunk.count)
      guard count > 0 else { return nil }
      bytes += chunk[..<count]
    }
  }

  private func header(_ name: String, of head: [String]) -> String? {
    head.first { $0.lowercased().hasPrefix(name + ":") }
      .map { String($0.dropFirst(name.count + 1)).trimmingCharacters(in: .whitespaces) }
  }

  private func serveRepository(method: String, path: String, head: [String], body: [UInt8]) {
    let name = bodies + "/" + UUID().uuidString
    let parts = path.dropFirst("/git".count).split(separator: "?", maxSplits: 1)
    guard (try? put(body, into: name)) != nil else { return }
    let environment = [
      "PATH": "/usr/bin:/bin", "GIT_PROJECT_ROOT": root, "GIT_HTTP_EXPORT_ALL": "1",
      "REQUEST_METHOD": method, "PATH_INFO": String(parts[0]),
      "QUERY_STRING": parts.count > 1 ? String(parts[1]) : "",
      "CONTENT_TYPE": header("content-type", of: head) ?? "", "CONTENT_LENGTH": "\(body.count)",
      "HTTP_CONTENT_ENCODING": header("content-encoding", of: head) ?? "",
      "GIT_PROTOCOL": header("git-protocol", of: head) ?? "", "REMOTE_ADDR": "127.0.0.1",
    ]
    let command = "exec git http-backend <\"$0\" >\"$0.answer\""
    let child = try? ChildProcess("/bin/sh", ["-c", command, name], environment: environment)
    child?.wait()
    let bytes = contents(name + ".answer") ?? []
    let end = bytes.indices.first { bytes[$0...].starts(with: Array("\r\n\r\n".utf8)) } ?? 0
    let lines = String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n")
    let status = header("status", of: lines) ?? "200 OK"
    answer(
      status, lines.filter { !$0.isEmpty && !$0.hasPrefix("Status") },
      Array(bytes.dropFirst(end + 4)))
  }

  private func answer(_ status: String, _ headers: [String], _ body: [UInt8] = []) {
    let lines =
      ["HTTP/1.1 " + status] + headers + ["Content-Length: \(body.count)", "Connection: close"]
    send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
  }

  private func serveSlowly() {
    let head =
      "HTTP/1.1 200 OK\r\nContent-Type: application/x-git-upload-pack-advertisement\r\n\r\n"
    guard send(Array(head.utf8)) else { return }
    for byte in "001e# service=git-upload-pack\n0000".utf8 {
      guard send([byte]) else { return }
      sleep(1)
    }
  }

  private func serveWithoutEnd() {
    let head =
      "HTTP/1.1 200 OK\r\nContent-Type: application/x-git-upload-pack-advertisement\r\n\r\n"
    let object = String(repeating: "1", count: 40)
    guard send(Array((head + "001e# service=git-upload-pack\n0000").utf8)) else { return }
    var number = 0
    while true {
      var block = ""
      for _ in 0..<1_000 {
        let line = "\(object) refs/heads/branch-\(number)\n"
        let length = String(line.utf8.count + 4, radix: 16)
        block += String(repeating: "0", count: 4 - length.utf8.count) + length + line
        number += 1
      }
      guard send(Array(block.utf8)) else { return }
    }
  }

  @discardableResult
  private func send(_ bytes: [UInt8]) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.send(
          descriptor, $0.baseAddress.map { $0 + done }, $0.count - done,
          Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }
}
