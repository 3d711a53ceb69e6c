internal import Glibc

/// Which characters the terminal can show.
package enum Encoding: Hashable, Sendable {
  case utf8
  case ascii

  /// Decides by the locale that the environment asks for.
  ///
  /// Where it asks for none, UTF-8 is taken: containers and remote shells often have no LANG, in
  /// terminals that are UTF-8 all the same. `C` and `POSIX` are requested on purpose, and other
  /// encodings cannot show what we would write: those get ASCII. What counts is the name's
  /// encoding, not whether the locale is installed.
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

  /// Makes the C library, and so ncurses, agree; ASCII where it knows no UTF-8 at all.
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
