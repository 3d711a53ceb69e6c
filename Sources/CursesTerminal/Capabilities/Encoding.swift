internal import Glibc

/// Which characters the terminal can show.
package enum Encoding: Hashable, Sendable {
  case utf8
  case ascii

  /// Chooses by the locale that the environment requests.
  ///
  /// Without one it is UTF-8: containers and remote shells often have no LANG, in terminals that
  /// are UTF-8 all the same. `C` and `POSIX` are set on purpose, and other encodings cannot show
  /// our output: those get ASCII. Only the encoding in the name counts, not whether the locale is
  /// installed.
  package init(variable: (String) -> String?) {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable)
    guard let name = names.first(where: { !$0.isEmpty }) else {
      self = .utf8
      return
    }
    let encoding = name.utf8.drop { $0 != UInt8(ascii: ".") }.dropFirst()
    let letters = encoding.prefix { $0 != UInt8(ascii: "@") }.filter { $0 != UInt8(ascii: "-") }
    self = letters.map { $0 | 0x20 }.elementsEqual("utf8".utf8.map { $0 | 0x20 }) ? .utf8 : .ascii
  }

  /// Sets the C library's locale, and so ncurses', to match; ASCII if it knows no UTF-8 locale.
  package func adopted() -> Encoding {
    guard self == .utf8 else {
      setlocale(LC_CTYPE, "C")
      return .ascii
    }
    for name in ["", "C.UTF-8"] where setlocale(LC_CTYPE, name) != nil {
      if String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8" { return .utf8 }
    }
    setlocale(LC_CTYPE, "C")
    return .ascii
  }
}
