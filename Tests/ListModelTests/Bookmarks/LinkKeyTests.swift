import ListModel
import Testing

struct LinkKeyTests {
  @Test(arguments: [
    ("https://www.GitHub.com/Owner/Name/#readme", "github.com/owner/name"),
    ("http://github.com/owner/name", "github.com/owner/name"),
    ("github.com/owner/name/", "github.com/owner/name"),
    (
      "https://github.com/Owner/Name/blob/main/README.md",
      "github.com/owner/name/blob/main/README.md"
    ),
    ("https://GitHub.com/Owner?tab=repositories", "github.com/owner?tab=repositories"),
    ("https://github.com/Owner/Name.git", "github.com/owner/name"),
    ("https://github.com/owner/name.git/", "github.com/owner/name"),
    ("https://github.com/owner/name?tab=readme-ov-file#readme", "github.com/owner/name"),
    ("https://github.com/owner/name?tab=readme-ov-file&a=1", "github.com/owner/name?a=1"),
    ("https://github.com/owner/.git", "github.com/owner/.git"),
    ("https://github.com/owner/name/a.git", "github.com/owner/name/a.git"),
    ("https://GitLab.com/Owner/Name.git", "gitlab.com/owner/name"),
    ("https://codeberg.org/Owner/Name/", "codeberg.org/owner/name"),
    ("https://BitBucket.org/Owner/Name/Src", "bitbucket.org/owner/name/Src"),
    ("https://github.net/Owner/Name/", "github.net/Owner/Name"),
    ("https://github.com/Owner", "github.com/owner"),
    ("https://example.com/owner/name.git", "example.com/owner/name.git"),
    ("https://Example.com/Path/", "example.com/Path"),
    ("https://example.com", "example.com"),
    ("https://example.com//", "example.com"),
    ("https://example.com/a?utm_source=x&b=1&UTM_medium=y#top", "example.com/a?b=1#top"),
    ("https://example.com/a/?utm_source=x", "example.com/a"),
    ("https://example.com/a?", "example.com/a"),
    ("https://example.com/a#README", "example.com/a"),
    ("https://example.com/a#", "example.com/a"),
    ("  https://example.com/a\n", "example.com/a"),
    ("https://www.www.com/", "www.com"),
    ("mailto:Someone@Example.com", "mailto:Someone@Example.com"),
    ("ftp://example.com/A/", "ftp://example.com/A/"),
    ("#section", "#section"),
    ("", ""),
    ("https://", ""),
  ])
  func spellingsOfOneLinkHaveOneKey(url: String, canonical: String) {
    #expect(LinkKey(url).description == canonical)
  }

  @Test(arguments: [
    ("https://example.com/a", "https://example.com/A"),
    ("https://example.com/a", "https://example.com/a?b=1"),
    ("https://example.com/a#one", "https://example.com/a#two"),
    ("https://example.com/\u{E9}", "https://example.com/e\u{301}"),
    ("ftp://example.com/", "https://example.com/"),
  ])
  func linksThatMayLeadElsewhereHaveTheirOwnKey(one: String, other: String) {
    #expect(LinkKey(one) != LinkKey(other))
  }

  @Test func aHostileRunOfCombiningMarksIsKeyedInOnePass() {
    let url = "https://example.com/" + String(repeating: "\u{301}\u{316}", count: 100_000)
    #expect(Set([LinkKey(url), LinkKey(url)]).count == 1)
  }
}
