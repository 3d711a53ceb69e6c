import ListModel

/// The site that a link belongs to, read from its canonical form (`LinkKey`).
///
/// A site is a registrable domain (`docs.rs`, `ex.co.uk`). On hosts that many owners share, the
/// first part of the path belongs to it too (`github.com/owner`), and a page of the Internet
/// Archive belongs to the site of the archived page.
struct LinkSite: Equatable {
  /// `example.org`, `github.com/owner` or `name.readthedocs.io`.
  let name: [UInt8]
  /// On a code host the owner and the repository; empty elsewhere.
  let repository: [[UInt8]]
  /// The path after the repository.
  let rest: [[UInt8]]
  /// The label that a project would choose for its own domain: `nuitka` in `nuitka.net`.
  let label: [UInt8]

  /// Nil if it is not a web address: for an entry without a link, or another scheme.
  init?(_ key: EntryKey) {
    self.init(key.bytes[...], depth: 0)
  }

  private init?(_ bytes: ArraySlice<UInt8>, depth: Int) {
    let slash = UInt8(ascii: "/")
    let address = bytes.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let host = Array(address.prefix { $0 != slash }.prefix { $0 != UInt8(ascii: ":") })
    guard let first = host.first, first != 0, host.contains(UInt8(ascii: ".")) else { return nil }
    if depth == 0, let kept = LinkSite.archivedPage(host, address),
      let inner = LinkSite(kept, depth: 1)
    {
      self = inner
      return
    }
    let parts = address.split(separator: slash).dropFirst().map { Array($0) }
    let labels = host.split(separator: UInt8(ascii: ".")).map { Array($0) }
    guard labels.count > 1 else { return nil }
    if let owner = LinkSite.pagesOwner(host, labels) {
      name = owner
      (repository, rest) = ([], [])
      label = parts.first.map { LinkSite.plain($0) } ?? LinkSite.plain(labels[0])
    } else if CodeHosts.contains(host), parts.count > 1 {
      name = LinkSite.shared(host, parts)
      repository = [LinkSite.plainCase(parts[0]), LinkSite.repositoryName(parts[1])]
      rest = Array(parts.dropFirst(2))
      label = []
    } else if SharedHosts.contains(host) {
      name = LinkSite.shared(host, parts)
      (repository, rest, label) = ([], [], [])
    } else {
      (repository, rest) = ([], [])
      let count = LinkSite.registrableLabels(labels)
      name = Array(labels.suffix(count).joined(separator: [UInt8(ascii: ".")]))
      label = LinkSite.plain(labels[labels.count - count])
    }
  }

  /// Returns whether two links of entries with the same title lead to the same project.
  ///
  /// They do if they are on one site, or if the domain of one contains the name of the other's
  /// repository or its owner: `nuitka.net` and `github.com/nuitka/nuitka`.
  func isSameProject(as other: LinkSite) -> Bool {
    name == other.name || isNamed(after: other) || other.isNamed(after: self)
  }

  private func isNamed(after other: LinkSite) -> Bool {
    !label.isEmpty && other.repository.contains { LinkSite.plain($0) == label }
  }
}

extension LinkSite {
  /// Returns the address archived in a page of the Internet Archive, from its host on.
  private static func archivedPage(
    _ host: [UInt8], _ address: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8>? {
    guard host.elementsEqual("web.archive.org".utf8) || host.elementsEqual("archive.org".utf8)
    else { return nil }
    for scheme in ["/https://", "/http://", "/https:/", "/http:/"] {
      if let start = firstRange(of: Array(scheme.utf8), in: address) {
        let inner = address[(start + scheme.utf8.count)...]
        let rest = inner.starts(with: "www.".utf8) ? inner.dropFirst(4) : inner
        return lowercasedHost(rest)[...]
      }
    }
    return nil
  }

  private static func firstRange(of word: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= word.count else { return nil }
    return (bytes.startIndex...(bytes.endIndex - word.count)).first {
      bytes[$0...].starts(with: word)
    }
  }

  private static func lowercasedHost(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let host = bytes.prefix { $0 != UInt8(ascii: "/") }
    return plainCase(Array(host)) + bytes.dropFirst(host.count)
  }

  /// `github.com/owner` of `owner.github.io`, which only the owner can publish.
  private static func pagesOwner(_ host: [UInt8], _ labels: [[UInt8]]) -> [UInt8]? {
    guard labels.count == 3, labels[2].spells("io") else { return nil }
    if labels[1].spells("github") { return Array("github.com/".utf8) + labels[0] }
    if labels[1].spells("gitlab") { return Array("gitlab.com/".utf8) + labels[0] }
    return nil
  }

  private static func shared(_ host: [UInt8], _ parts: [[UInt8]]) -> [UInt8] {
    // `npmjs.com/package/x`: the first part is the same for all.
    let isContainer = parts.first.map { SharedHosts.containers.contains($0) } ?? false
    return ([host] + parts.prefix(isContainer ? 2 : 1).map { plainCase($0) })
      .reduce(into: []) { path, part in
        if !path.isEmpty { path.append(UInt8(ascii: "/")) }
        path += part
      }
  }

  private static func repositoryName(_ part: [UInt8]) -> [UInt8] {
    let name = plainCase(part)
    return name.count > 4 && name.suffix(4).elementsEqual(".git".utf8) ? name.dropLast(4) : name
  }

  /// Returns the number of labels of a host's registrable domain: `ex.org`, `ex.co.uk`.
  ///
  /// An approximation without the Public Suffix List: below a two-letter country domain a label
  /// such as `co` or `ac` belongs to the suffix, and on shared hosts each subdomain is a site.
  private static func registrableLabels(_ labels: [[UInt8]]) -> Int {
    guard labels.count > 2 else { return 2 }
    let lastTwo = Array(labels.suffix(2).joined(separator: [UInt8(ascii: ".")]))
    if SharedHosts.parents.contains(lastTwo) { return 3 }
    let isCountry = labels[labels.count - 1].count == 2
    return isCountry && SharedHosts.suffixes.contains(labels[labels.count - 2]) ? 3 : 2
  }

  private static func plainCase(_ bytes: [UInt8]) -> [UInt8] { bytes.map { asciiLowercased($0) } }

  /// Only letters and digits, because a domain spells a name without dashes.
  private static func plain(_ bytes: [UInt8]) -> [UInt8] {
    plainCase(bytes).filter { $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x80 }
  }
}

extension [UInt8] {
  fileprivate func spells(_ text: String) -> Bool { elementsEqual(text.utf8) }
}
