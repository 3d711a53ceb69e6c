extension LinkKey {
  /// Returns whether a URL has this key, as `LinkKey(url) == self`; most others are refused at
  /// their first bytes, without an allocation.
  public func matches(utf8 url: UnsafeBufferPointer<UInt8>) -> Bool {
    if let start = addressStart(url), !hasPath(Slice(base: url, bounds: start..<url.count)) {
      return false
    }
    return LinkKey(utf8: url) == self
  }

  /// Returns whether the address begins with host and path of the key, which are never longer than
  /// those of any URL that has it.
  private func hasPath(_ address: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var place = address.startIndex
    for byte in bytes {
      if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { return true }
      guard place < address.endIndex, asciiLowercased(address[place]) == asciiLowercased(byte)
      else { return false }
      place += 1
    }
    return true
  }
}

/// Returns the start of the host in a URL of the usual form; nil for any other.
private func addressStart(_ url: UnsafeBufferPointer<UInt8>) -> Int? {
  let scheme = "https://".utf8
  guard url.starts(with: scheme) else { return nil }
  let rest = url[scheme.count...]
  let hasSubdomain = rest.prefix(4).lazy.map(asciiLowercased).elementsEqual("www.".utf8)
  return scheme.count + (hasSubdomain ? 4 : 0)
}
