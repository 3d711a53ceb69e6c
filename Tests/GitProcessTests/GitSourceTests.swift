import GitProcess
import TestSupport
import Testing

struct GitSourceTests {
  @Test(arguments: [
    ("avelino/awesome-go", "https://github.com/avelino/awesome-go"),
    (" SE-ML/awesome-seml ", "https://github.com/SE-ML/awesome-seml"),
    ("https://example.org/lists/good.git", "https://example.org/lists/good.git"),
    ("HTTPS://Example.ORG:8443/a", "https://example.org:8443/a"),
    ("https://github.com/o/n/blob/main/README.md#top", "https://github.com/o/n"),
    ("https://github.com/o/n/", "https://github.com/o/n"),
    ("https://h.example/a%20b", "https://h.example/a%20b"),
  ])
  func anAddressIsRead(text: String, location: String) throws {
    let source = try GitSource(typed: text)
    #expect(source.location == location)
    #expect(source.transport == .https)
  }

  @Test(arguments: ["http://localhost:8000/x", "http://127.0.0.1/x", "http://[::1]:80/x"])
  func httpIsAllowedForLocalhost(text: String) throws {
    #expect(try GitSource(typed: text).transport == .loopback)
  }

  @Test(arguments: [
    ("", GitSourceError.empty),
    ("ext::sh -c touch% /tmp/PWN", .otherProtocol),
    ("--upload-pack=touch /tmp/PWN", .option),
    ("-u/x", .option),
    ("ssh://-oProxyCommand=touch /tmp/PWN/x", .otherProtocol),
    ("git@host.example:owner/name", .otherProtocol),
    ("fd::17", .otherProtocol),
    ("git://host.example/x", .otherProtocol),
    ("ftp://host.example/x", .otherProtocol),
    ("http://example.org/x", .unencrypted),
    ("http://127.0.0.1.example.org/x", .unencrypted),
    ("https://h.example/%0ahost=evil", .invalidURL),
    ("https://h.example/a\nb", .controlCharacter),
    ("https://h.example/a b", .invalidURL),
    ("https://good.example\\@evil.example/", .invalidURL),
    ("https://user:word@h.example/x", .userInfo),
    ("https://h.example:99999/x", .invalidHost),
    ("https://-h.example/x", .invalidHost),
    ("https://аpple.com/x", .invalidURL),
    ("https:///x", .invalidHost),
    ("https://h.example", .noPath),
    ("https://github.com/owner", .noPath),
    ("https://h.example/a/../b", .invalidURL),
    ("owner", .neither),
    ("owner/name/more", .neither),
    ("owner/..", .neither),
    ("owner/-x", .neither),
    ("ow ner/name", .neither),
    ("/nowhere/at/all", .notThere("/nowhere/at/all")),
    ("file:///etc", .noRepository("/etc")),
    ("/etc/passwd", .noRepository("/etc/passwd")),
    ("/dev/zero", .noRepository("/dev/zero")),
  ])
  func aFolderWithoutARepositoryIsRefused(text: String, error: GitSourceError) {
    #expect(throws: error) { try GitSource(typed: text) }
  }

  @Test func anAddressOutOfAFileMayBeNoPath() {
    #expect(throws: GitSourceError.neither) { try GitSource(address: "/etc") }
    #expect(throws: GitSourceError.otherProtocol) { try GitSource(address: "file:///etc") }
  }

  @Test(arguments: [
    ("o/n", "o/n"), ("https://h.example/a/b/c.git", "b/c"), ("http://localhost/x.git", "x"),
  ])
  func aRepositoryIsCalledByItsLastParts(text: String, name: String) throws {
    #expect(try GitSource(typed: text).name == name)
  }
}
