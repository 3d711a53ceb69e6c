import LinkOpening
import TestSupport
import Testing

/// Groups 53 to 75 of the hostile corpus: the target of each link, with the arguments that an
/// opener actually got.
struct HostileLinkTests {
  @Test(arguments: [
    ("javascript:alert(1)", LinkRefusal.scheme("javascript")),
    ("JaVaScRiPt:x", .scheme("javascript")),
    ("java\nscript:x", .control(0x0A)),
    ("\u{1}javascript:x", .control(0x01)),
    ("file:///etc/passwd", .scheme("file")),
    ("data:text/html,x", .scheme("data")),
    ("vbscript:x", .scheme("vbscript")),
    ("x-man-page:///ls", .scheme("x-man-page")),
    ("x-man-page:///ls;id", .scheme("x-man-page")),
    ("ms-msdt:/id", .scheme("ms-msdt")),
    ("vscode://x", .scheme("vscode")),
    ("lynxcgi:/x", .scheme("lynxcgi")),
    ("mailto:a@b?attach=/etc/passwd", .scheme("mailto")),
    ("--help", .noScheme),
    ("-oProxyCommand=x", .noScheme),
    ("--renderer-cmd-prefix=/tmp/x", .noScheme),
    ("--upload-pack=x://h", .noScheme),
    ("https://h/\n--flag", .control(0x0A)),
    ("https://h\0.evil/", .control(0x00)),
    ("https://good\\@evil/", .backslash),
    ("https://good.example\\@evil.example/", .backslash),
    ("https://u:p@evil@good/", .userName),
    ("https://good.com@evil.com", .userName),
    ("https://ex\u{AD}ample.com", .host),
    ("https://example。com", .host),
    ("https://h/" + String(repeating: "x", count: 100_000), .tooLong(100_010)),
    ("//evil/x", .noScheme),
    ("http://[::1", .host),
    ("https://h:99999/", .port),
    ("https:///x", .noHost),
  ])
  func isRefused(raw: String, refusal: LinkRefusal) {
    #expect(throws: refusal) { try SafeLink(raw) }
  }

  @Test(arguments: [
    ("https://h/$(touch /tmp/PWN)", "https://h/$(touch%20/tmp/PWN)"),
    ("https://h/`id`", "https://h/%60id%60"),
    ("https://h/a b", "https://h/a%20b"),
    ("https://h/%0d%0aX:1", "https://h/%0d%0aX:1"),
    ("https://аpple.com/", "https://xn--pple-43d.com/"),
    ("https://h/\u{202E}gpj.exe", "https://h/%E2%80%AEgpj.exe"),
    ("https://h/\u{9B}2J", "https://h/%C2%9B2J"),
    ("https://h/';touch /tmp/PWN;'", "https://h/';touch%20/tmp/PWN;'"),
    ("https://h/%s", "https://h/%25s"),
  ])
  func reachesAnOpenerAsOnePlainArgument(raw: String, url: String) throws {
    let opener = try FakeOpener()
    let link = try SafeLink(raw)
    let openers = Openers(environment: ["BROWSER": opener.program]) { $0 == opener.program }
    guard case .background(let arguments) = openers.opening(of: link) else {
      Issue.record("not opened in the background")
      return
    }
    #expect(opener.open(arguments[1]).outcome == .opened)
    #expect(opener.arguments == [url])
  }
}
