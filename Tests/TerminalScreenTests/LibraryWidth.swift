import Glibc

/// Runs `body` with the C library's idea of UTF-8 on this thread alone; nil if it has none.
func withUTF8Locale<Result>(_ body: () throws -> Result) rethrows -> Result? {
  guard let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil) else { return nil }
  let previous = uselocale(locale)
  defer {
    uselocale(previous)
    freelocale(locale)
  }
  return try body()
}
