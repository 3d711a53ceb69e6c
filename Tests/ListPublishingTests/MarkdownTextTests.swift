import Testing

@testable import ListPublishing

struct MarkdownTextTests {
  @Test(arguments: [
    ("a*b_c`d", "a\\*b\\_c\\`d"), ("[x](y)", "\\[x\\](y)"), ("<b>&amp;", "\\<b>\\&amp;"),
    ("https://a.org", "https\\://a.org"), ("www.a.org", "www\\.a.org"), ("note: b", "note: b"),
    ("{{ x }} {% y %}", "\\{\\{ x }} \\{\\% y %}"), ("a & b", "a & b"), ("Wow!", "Wow\\!"),
    ("$x$", "\\$x\\$"), ("a\u{7}b\u{202E}c\u{FEFF}", "abc"), ("👩‍💻", "👩‍💻"),
    ("write to a_b@c.org.", "write to `a_b@c.org`."),
    ("pkg@1.2.3", "pkg@1.2.3"),
  ])
  func textIsShownUnchanged(text: String, markdown: String) {
    var bytes = ByteText()
    bytes.add(markdown: text)
    #expect(String(decoding: bytes.bytes, as: UTF8.self) == markdown)
  }

  @Test(arguments: [
    ("1. a", "1\\. a"), ("- a", "\\- a"), ("+ a", "\\+ a"), ("> a", "\\> a"), ("=", "\\="),
    ("2026 was", "2026 was"), ("-a@b.org", "\\-`a@b.org`"), ("1.a@b.org", "1\\.`a@b.org`"),
    ("12) a", "12\\) a"), ("# a", "\\# a"),
  ])
  func aParagraphBeginsNoBlock(text: String, markdown: String) {
    var bytes = ByteText()
    bytes.add(markdownParagraph: text)
    #expect(String(decoding: bytes.bytes, as: UTF8.self) == markdown)
  }

  @Test func aLinksTextHasNoOtherLink() {
    var bytes = ByteText()
    bytes.addLink("@a@b.org", to: "https://b.org/(x)_&y")
    #expect(
      String(decoding: bytes.bytes, as: UTF8.self) == "[@a@b.org](https://b.org/\\(x\\)_\\&y)")
  }
}
