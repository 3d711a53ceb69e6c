import Browser
import Glibc

/// The date format of the user's locale, from LC_ALL, LC_TIME and LANG.
///
/// The C library knows it, which the released binary has without any data of its own.
enum LocaleDate {
  /// The locale's short form; nil if it has names in it or more than ten columns.
  ///
  /// Looked up on first use, which opens files of the C library.
  static let pattern = read()

  /// Returns the language of dates, as in `de`; empty if none is set.
  static func language(_ environment: [String: String]) -> String {
    let name =
      ["LC_ALL", "LC_TIME", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let code = String(name.prefix { $0.isLetter })
    // Norwegian Bokmål under its former code.
    return code == "no" ? "nb" : code
  }

  private static func read() -> DatePattern? {
    let mask: Int32 = 1 << LC_TIME
    guard let locale = newlocale(mask, "", nil) else { return nil }
    defer { freelocale(locale) }
    guard let format = nl_langinfo_l(nl_item(D_FMT), locale) else { return nil }
    return DatePattern(posix: String(cString: format))
  }
}
