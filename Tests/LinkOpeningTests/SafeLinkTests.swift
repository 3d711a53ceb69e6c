import LinkOpening
import TestSupport
import Testing

struct SafeLinkTests {
  @Test(arguments: [
    ("https://example.com", "https://example.com"),
    ("HTTPS://Example.COM/Path?Q=1#Frag", "https://example.com/Path?Q=1#Frag"),
    ("  http://example.com/a\n", "http://example.com/a"),
    ("https://example.com:8080/", "https://example.com:8080/"),
    ("https://example.com:/x", "https://example.com/x"),
    ("https://example.com?x", "https://example.com?x"),
    ("https://example.com./", "https://example.com/"),
    ("http://[::1]:80/", "http://[::1]:80/"),
    ("http://127.0.0.1/", "http://127.0.0.1/"),
    ("https://under_score.example.com/", "https://under_score.example.com/"),
    ("https://h/a b", "https://h/a%20b"),
    ("https://h/é?ü#ö", "https://h/%C3%A9?%C3%BC#%C3%B6"),
    ("https://h/\u{A0}", "https://h/%C2%A0"),
    ("https://h/100%", "https://h/100%25"),
    ("https://h/%zz%2f%2F", "https://h/%25zz%2f%2F"),
    ("https://h/a[1]?b[]=c", "https://h/a%5B1%5D?b%5B%5D=c"),
    ("https://h/a#b#c", "https://h/a#b%23c"),
    ("https://h/Foo_(bar)?a=1&b=2;c='d'", "https://h/Foo_(bar)?a=1&b=2;c='d'"),
    ("https://h/x@y:z", "https://h/x@y:z"),
    ("https://h/%s%n", "https://h/%25s%25n"),
    ("https://h/\"&calc&\"", "https://h/%22&calc&%22"),
    ("https://h/;touch$IFS/tmp/PWN", "https://h/;touch$IFS/tmp/PWN"),
  ])
  func aWebAddressIsWrittenInPlainASCII(raw: String, url: String) throws {
    #expect(try SafeLink(raw).url == url)
  }

  @Test(arguments: [
    ("", LinkRefusal.empty), (" \n", .empty), ("example.com", .noScheme),
    ("/etc/passwd", .noScheme),
    ("?x:y", .noScheme), ("1http://h/", .noScheme), (":", .noScheme), ("https:", .noHost),
    ("https:/h/", .noHost), ("https://", .noHost), ("https:///x", .noHost),
    ("https://:80/", .noHost),
    ("https://user@h/", .userName), ("https://u:p@h/", .userName), ("https://h:0/", .port),
    ("https://h:65536/", .port), ("https://h:80a/", .port), ("https://h:-1/", .port),
    ("http://[::1]x/", .port), ("http://[]/", .host), ("http://[::g]/", .host),
    ("https://h%41/", .host), ("https://a..b/", .host), ("https://.a/", .host),
    ("https://./", .host),
    ("https://a b/", .host), ("https://a,b/", .host), ("https://a\u{200B}b/", .host),
    ("https://\u{FF41}.com/", .host), ("https://\u{1D41A}.com/", .host),
    ("https://e\u{301}.com/", .host),
    ("https://\u{202E}moc/", .host), ("https://☃.net/", .host), ("https://a\u{E0041}.com/", .host),
    ("mailto:a@b", .scheme("mailto")), ("gemini://h/", .scheme("gemini")),
    ("file:///x", .scheme("file")), ("ftp://h/", .scheme("ftp")),
    ("http+x://h/", .scheme("http+x")),
  ])
  func unsafeAddressesAreRefused(raw: String, refusal: LinkRefusal) {
    #expect(throws: refusal) { try SafeLink(raw) }
  }

  @Test func aHostOfMoreThanTheNameServiceHoldsIsRefused() {
    #expect(throws: LinkRefusal.host) {
      try SafeLink("https://" + String(repeating: "a", count: 64) + ".com/")
    }
    #expect(throws: LinkRefusal.host) {
      try SafeLink("https://" + String(repeating: "abcdefg.", count: 32) + "com/")
    }
    #expect(throws: LinkRefusal.host) {
      try SafeLink("https://" + String(repeating: "漢", count: 2_000) + "/")
    }
  }

  @Test func everyRefusalSaysWhyInASentence() {
    #expect(LinkRefusal.scheme("javascript").description == "links of javascript: are not opened")
    #expect(
      LinkRefusal.tooLong(9_000).description
        == "the link has 9000 bytes; links over 8192 are not opened")
  }

  /// Any bytes at all: an accepted link is ASCII, has an allowed scheme, and does not change when
  /// checked again.
  @Test func allowedTextIsPlainAndStable() throws {
    var random = SeededGenerator(seed: 7)
    let pieces = [
      "http", "https", "HTTPS", "javascript", ":", "/", "//", "@", "\\", "%", "%2", "%41", "[", "]",
      "#", "?", ".", "..", " ", "\t", "\n", "\0", "é", "\u{202E}", "а", "ß", "漢", "a", "Z", "9",
      "-",
      "_", "example", ".com", ":80", ":99999", "\u{301}", "\u{AD}", "。", "😀", "\"", "$(x)", "`",
    ]
    var accepted = 0
    for _ in 0..<20_000 {
      let start = random.next(below: 3) == 0 ? "" : "https://"
      let raw =
        start
        + (0..<random.next(below: 9)).map { _ in pieces[random.next(below: pieces.count)] }.joined()
      guard let link = try? SafeLink(raw) else { continue }
      accepted += 1
      #expect(link.url.utf8.starts(with: "http".utf8), "\(raw)")
      #expect(
        link.url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) },
        "\(raw)")
      #expect(try SafeLink(link.url).url == link.url, "\(raw)")
    }
    #expect(accepted > 1_000)
  }
}
