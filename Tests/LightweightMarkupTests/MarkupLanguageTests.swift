import LightweightMarkup
import Testing

/// A file's suffix tells the language it is written in, and if there is none its text does.
struct MarkupLanguageTests {
  @Test(arguments: [
    ("README.rst", MarkupLanguage.reStructuredText), ("a/list.ORG", .org), ("x.adoc", .asciidoc),
    ("readme.mkd", .markdown), ("README.mdown", .markdown), ("README.textile", .textile),
    ("list.mediawiki", .mediaWiki), ("page.html", .html),
  ])
  func theSuffixDecides(path: String, language: MarkupLanguage) {
    #expect(MarkupLanguage.of(Array("Words.\n".utf8), path: path) == language)
  }

  @Test(arguments: [
    ("* `Foo <https://ex.org/foo>`_ - A foo.", MarkupLanguage.reStructuredText),
    ("- [[https://ex.org/foo][Foo]] - A foo.", .org),
    ("* https://ex.org/foo[Foo] - A foo.", .asciidoc),
    ("#+TITLE: Things\n\n* One\n- a", .org),
    (".. contents::\n\nThings\n======\n\n* a", .reStructuredText),
    ("= Things\n:toc:\n\n== One\n\n* a", .asciidoc),
    ("<!DOCTYPE html>\n<html><body><a href='https://ex.org'>x</a></body></html>", .html),
  ])
  func theTextDecidesWithoutASuffix(text: String, language: MarkupLanguage) {
    for path in [nil, "-", "README", "README.txt", "/dev/fd/63"] {
      #expect(MarkupLanguage.of(Array(text.utf8), path: path) == language, "\(path ?? "none")")
    }
  }

  @Test(arguments: [
    "# Things\n\n- [Foo](https://ex.org/foo) - A foo.\n",
    "Things\n======\n\n- [[Paper](https://ex.org/p)] [[Code](https://ex.org/c)]\n",
    "- [Foo][1] - See [[1][2]].\n\n[1]: https://ex.org/foo\n[2]: https://ex.org/2\n",
    "* https://ex.org/foo and https://ex.org/bar - [x] done\n",
    "| a | b |\n|---|---|\n| [Foo](https://ex.org/foo) | `x`_ |\n",
    "Just words.\n",
  ])
  func markdownStaysMarkdown(text: String) {
    #expect(MarkupLanguage.of(Array(text.utf8), path: "-") == .markdown)
  }

  @Test func aMarkdownFileIsMarkdownWhateverItsName() {
    let text = "# Things\n\n- [Foo](https://ex.org/foo) - A foo.\n"
    #expect(MarkupLanguage.of(Array(text.utf8), path: "README.rst") == .markdown)
  }

  @Test func readmesHaveAnOrder() {
    let names = [
      "README.md", "readme.markdown", "README.mdown", "README.mkd", "README.org", "README.rst",
      "Readme.adoc", "README.textile", "README.txt", "README",
    ]
    let ranks = names.map { ReadmeName.rank(of: $0.utf8) ?? .max }
    #expect(ranks == ranks.sorted() && Set(ranks).count == names.count)
    for name in ["README.zh.md", "README.md.bak", "READMES.md", "READ.md", "README.png"] {
      #expect(ReadmeName.rank(of: name.utf8) == nil, "\(name)")
    }
  }
}
