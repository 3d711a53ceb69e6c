import LinkOpening
import Testing

struct HostNameTests {
  // The samples of RFC 3492, section 7.1, that are host names by today's rules, and well-known hosts.
  @Test(arguments: [
    ("bücher.example", "xn--bcher-kva.example"),
    ("BÜCHER.example", "xn--bcher-kva.example"),
    ("straße.de", "xn--strae-oqa.de"),
    ("münchen.de", "xn--mnchen-3ya.de"),
    ("ليهمابتكلموشعربي", "xn--mgbcah9ar9a4efegftvvn"),
    ("他们为什么不说中文", "xn--ihqwcrb4cv8a8dqg056pqjye"),
    ("他們爲什麽不說中文", "xn--ihqwctvzc91f659drss3x8bo0yb"),
    ("почемужеонинеговорятпорусски", "xn--b1abfaaepdrnnbgefbadotcwatmq2g4l"),
    ("3年b組金八先生", "xn--3b-ww4c5e180e575a65lsy2b"),
    ("пример.испытание", "xn--e1afmkfd.xn--80akhbyknj4f"),
    ("xn--bcher-kva.example", "xn--bcher-kva.example"),
  ])
  func lettersBeyondASCIIBecomePunycode(host: String, ascii: String) throws {
    #expect(try SafeLink("https://\(host)/").host == ascii)
  }

  @Test func aHostInOtherLettersIsShownInBothForms() throws {
    let link = try SafeLink("https://bücher.example/")
    #expect(
      link.warnings == [.otherLetters(host: "bücher.example", ascii: "xn--bcher-kva.example")])
    #expect(link.warnings[0].description == "the host bücher.example is xn--bcher-kva.example")
  }

  @Test func aHostThatMixesLookAlikesIsMarked() throws {
    let link = try SafeLink("https://аpple.com/")
    #expect(link.host == "xn--pple-43d.com")
    #expect(link.warnings.contains(.mixedScripts(host: "аpple.com")))
    #expect(try SafeLink("https://пример.com/").warnings.count == 1)
  }

  @Test(arguments: [
    ("https://bank.example", "https://evil.example/", "bank.example"),
    ("http://www.bank.example/login", "https://evil.example/", "www.bank.example"),
    ("www.bank.example", "https://bank.example.evil.example/", "www.bank.example"),
  ])
  func aTextThatNamesAnotherHostIsMarked(text: String, url: String, named: String) throws {
    let link = try SafeLink(url, text: text)
    #expect(link.warnings == [.textNames(named, host: link.host)])
  }

  @Test(arguments: [
    ("Node.js", "https://nodejs.org/"), ("https://example.com", "https://www.example.com/a"),
    ("http://docs.example.com", "https://example.com/"), ("www.", "https://example.com/"),
    ("plain words", "https://example.com/"), ("https://", "https://example.com/"),
  ])
  func otherTextsAreNot(text: String, url: String) throws {
    #expect(try SafeLink(url, text: text).warnings == [])
  }
}
