/// Returns whether the host of a folded address is a given host or one of its subdomains.
func host(of url: UnsafeRawBufferPointer, isIn name: UnsafeRawBufferPointer) -> Bool {
  let host = url[hostRange(in: url)]
  guard host.count >= name.count, host.suffix(name.count).elementsEqual(name) else { return false }
  return host.count == name.count
    || host[host.endIndex - name.count - 1] == UInt8(ascii: ".")
}

/// Returns the host's range in an address; empty for one without.
func hostRange(in url: UnsafeRawBufferPointer) -> Range<Int> {
  guard let colon = url.firstIndex(of: UInt8(ascii: ":")), colon + 2 < url.count,
    url[colon + 1] == UInt8(ascii: "/"), url[colon + 2] == UInt8(ascii: "/")
  else { return 0..<0 }
  var start = colon + 3
  var end = start
  while end < url.count,
    ![UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains(url[end])
  { end += 1 }
  if let user = url[start..<end].lastIndex(of: UInt8(ascii: "@")) { start = user + 1 }
  if let port = url[start..<end].firstIndex(of: UInt8(ascii: ":")) { end = port }
  return start..<end
}
