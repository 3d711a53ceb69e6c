import ListModel
import Testing

@testable import ListPublishing

struct PublishedLinkTests {
  private let list = AwesomeList(
    id: ListID("o/n"), title: "N", source: "https://github.com/o/n.git/")

  @Test(arguments: [
    ("https://a.org/b?c=d#e", "https://a.org/b?c=d#e"),
    ("https://a.org/a b", "https://a.org/a%20b"),
    ("https://a.org/50%", "https://a.org/50%25"),
    ("https://a.org/%e4%C3", "https://a.org/%e4%C3"),
    ("https://a.org/#a#b", "https://a.org/#a%23b"),
    ("https://a.org/[x]|{y}\\", "https://a.org/%5Bx%5D%7C%7By%7D%5C"),
    ("https://[::1]:80/[x]", "https://[::1]:80/%5Bx%5D"),
    ("https://bücher.de/ü", "https://b%C3%BCcher.de/%C3%BC"),
    ("mailto:a@b.org", "mailto:a@b.org"), ("IRC://h/c", "irc://h/c"),
    ("HTTPS://A.org/B", "https://A.org/B"), ("MailTo:A@b.org", "mailto:A@b.org"),
    ("docs/a.md", "https://github.com/o/n/blob/HEAD/docs/a.md"),
    ("/a/../b.md#c", "https://github.com/o/n/blob/HEAD/b.md#c"),
    ("#part", "https://github.com/o/n#part"), ("//a.org/x", "https://a.org/x"),
  ])
  func isAnAbsoluteURI(link: String, uri: String) {
    #expect(PublishedLink(link, of: list)?.uri == uri)
  }

  @Test(arguments: [
    "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://", "https:///x",
    "https://a b.org/", "https://u:p@a.org/", "https://a.org:x/", "https://a\\@b.org/",
    "mailto:nobody", "../../x", "", "ftp:", "x y:z",
  ])
  func isNoneForWhatIsNotLinked(link: String) {
    let uri = PublishedLink(link, of: list)?.uri
    #expect(uri == nil || uri?.hasPrefix("https://github.com/o/n/blob/HEAD/") == true)
    #expect(PublishedLink(link, of: AwesomeList(id: ListID("x"), title: "X")) == nil)
  }
}
