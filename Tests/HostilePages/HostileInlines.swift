extension HostilePage {
  /// Openers that nothing closes, and closers that nothing opened.
  static let inlines: [HostilePage] = [
    HostilePage("24 nested emphasis") { times("*a **a ", $0) + times(" a** a*", $0) },
    HostilePage("25 closers", times: "a_ "),
    HostilePage("26 openers", times: "_a "),
    HostilePage("27 closing brackets", times: "a]"),
    HostilePage("28 opening brackets", times: "[a"),
    HostilePage("29 brackets and parentheses", times: "[ (]("),
    HostilePage("30 empty images", times: "![[]()"),
    HostilePage("31 nested brackets") { times("[", $0) + "a" + times("]", $0) },
    HostilePage("34 runs of backticks") { n in
      (1...max(1, n / 7)).map { "e" + times("`", $0 % 3_000) }.joined()
    },
    HostilePage("35 links in angles", times: "[a](<b"),
    HostilePage("36 unclosed links", times: "[a](b"),
    HostilePage("37 comments behind a closing tag") { "</" + times("<!--", $0) },
    HostilePage("38 comments behind text") { "a" + times("<!--", $0) },
    HostilePage("39 mixed line ends", times: "aaa\rbbb\n-\u{B}\n"),
    HostilePage("40 images with letters", times: "![p"),
    HostilePage("41 images with other letters", times: "![l"),
    HostilePage("42 underscores", times: "_"),
    HostilePage("42 asterisks", times: "*"),
    HostilePage("42 strikethrough", times: "~~a"),
    HostilePage("45 www", times: "www."),
    HostilePage("45 ampersands behind an address") { "http://a" + times("&", $0) },
    HostilePage("45 mail addresses", times: "x@"),
    HostilePage("45 colons", times: ":\"<"),
    HostilePage("45 addresses", times: "http://a"),
    HostilePage("45 parentheses behind an address") { "http://a" + times(")", $0) },
    HostilePage("49 tags", times: "<a "),
    HostilePage("49 instructions", times: "<?"),
    HostilePage("49 declarations", times: "a <!A "),
    HostilePage("49 data", times: "<![CDATA["),
    HostilePage("50 backslashes", times: "\\"),
    HostilePage("50 entities", times: "&amp;"),
    HostilePage("50 unfinished entities", times: "&#1"),
    HostilePage("51 links of one entry") { "*   " + times("[a](b) ", $0) },
    HostilePage("titles of links", times: "[a](b \""),
    // As many openers as any paragraph may have, in paragraphs as long as a line may be.
    HostilePage("free links in angles") { paragraphs(times("[a](<b", 31), $0) },
    HostilePage("free comments") { paragraphs("a" + times("<!--", 62), $0) },
    HostilePage("free instructions") { paragraphs("a" + times("<?", 62), $0) },
    HostilePage("free titles") { paragraphs(times("[a](b \"", 62), $0) },
    HostilePage("free backticks") {
      paragraphs((1...10).map { times("`", $0) + "a" }.joined(), $0)
    },
  ]
}

/// A beginning, and text after it up to the length of a line; as many as make 40 bytes a time.
private func paragraphs(_ beginning: String, _ n: Int) -> String {
  let paragraph = beginning + times("x", 65_000) + "\n\n"
  return times(paragraph, max(1, n * 40 / paragraph.utf8.count))
}
