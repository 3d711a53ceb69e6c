import LinkOpening

/// An accepted link is plain ASCII, begins with http, and checking it again changes nothing.
func checkLink(_ bytes: [UInt8]) {
  guard let link = try? SafeLink(String(decoding: bytes, as: UTF8.self)) else { return }
  let url = Array(link.url.utf8)
  require(
    url.starts(with: "http://".utf8) || url.starts(with: "https://".utf8), "http and https alone")
  require(url.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "printing ASCII alone")
  require(!url.contains { "\"\\<>`{}^|".utf8.contains($0) }, "nothing that has to be quoted")
  require(url.count <= SafeLink.lengthLimit, "not too long")
  require(!link.host.isEmpty && !link.host.utf8.contains(0x40), "a host and no user")
  let again = try? SafeLink(link.url)
  require(again?.url == link.url && again?.host == link.host, "what was checked is not changed")
}
