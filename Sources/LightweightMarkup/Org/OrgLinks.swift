/// The link targets of an Org document.
struct OrgLinks {
  /// The abbreviation defined by `#+LINK: gh https://github.com/`: `[[gh:owner/name]]`.
  let abbreviations: [[UInt8]: [UInt8]]

  /// Returns the URL of a link's target; one of a place in the document begins with `#`.
  func url(of target: ArraySlice<UInt8>) -> [UInt8] {
    guard let first = target.first else { return [] }
    if first == UInt8(ascii: "#") { return Array(target) }
    if first == UInt8(ascii: "/") || target.starts(with: "./".utf8)
      || target.starts(with: "../".utf8)
    {
      return Array(target)
    }
    guard let colon = target.firstIndex(of: UInt8(ascii: ":")), colon > target.startIndex else {
      return place(target)
    }
    let (scheme, rest) = (target[..<colon], target[(colon + 1)...])
    if let prefix = abbreviations[Array(scheme)] { return expanded(prefix, with: rest) }
    if matches(scheme, "file") { return Array(rest) }
    if matches(scheme, "doi") { return Array("https://doi.org/".utf8) + rest }
    if matches(scheme, "id") { return place(rest) }
    let isScheme = scheme.allSatisfy { $0 < 0x80 && isWord($0) || [0x2B, 0x2D, 0x2E].contains($0) }
    return isScheme ? Array(target) : place(target)
  }

  /// Returns whether a link's text or target is just a picture.
  static func isPicture(_ target: ArraySlice<UInt8>) -> Bool {
    guard !target.contains(where: { $0 <= 0x20 }),
      startsWith(target, "file:") || holds(target, "://") || target.starts(with: "./".utf8),
      let dot = target.lastIndex(of: UInt8(ascii: "."))
    else { return false }
    let suffixes: [StaticString] = ["png", "jpg", "jpeg", "gif", "svg", "webp"]
    return suffixes.contains { matches(target[(dot + 1)...], $0) }
  }

  private func expanded(_ prefix: [UInt8], with rest: ArraySlice<UInt8>) -> [UInt8] {
    guard let hole = position(of: "%s", in: prefix[...]) ?? position(of: "%h", in: prefix[...])
    else {
      return prefix + rest
    }
    return Array(prefix[..<hole]) + rest + prefix[(hole + 2)...]
  }

  private func place(_ name: ArraySlice<UInt8>) -> [UInt8] {
    [UInt8(ascii: "#")] + name.drop { $0 == UInt8(ascii: "*") }
  }
}
