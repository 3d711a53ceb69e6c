import CursesTerminal
import Testing

/// Which characters a locale's name asks for.
struct EncodingTests {
  @Test(
    arguments: [
      ([:], .utf8),
      (["LANG": ""], .utf8),
      (["LANG": "C.UTF-8"], .utf8),
      (["LANG": "de_DE.utf8"], .utf8),
      (["LANG": "de_DE.UTF-8@euro"], .utf8),
      (["LANG": "C"], .ascii),
      (["LANG": "POSIX"], .ascii),
      (["LANG": "de_DE"], .ascii),
      (["LANG": "de_DE.ISO-8859-15@euro"], .ascii),
      (["LANG": "ja_JP.eucJP"], .ascii),
      (["LANG": "xx.utf88"], .ascii),
      (["LC_ALL": "C", "LANG": "C.UTF-8"], .ascii),
      (["LC_ALL": "", "LC_CTYPE": "C.UTF-8", "LANG": "C"], .utf8),
      (["LC_CTYPE": "C", "LANG": "C.UTF-8"], .ascii),
    ] as [([String: String], Encoding)])
  func theFirstVariableThatSaysSomethingDecides(variables: [String: String], encoding: Encoding) {
    #expect(Encoding { variables[$0] } == encoding)
  }
}
