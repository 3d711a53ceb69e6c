import Glibc
import TestSupport
import Testing

/// The pages of `awl publish --html`.
struct PublishHTMLTests {
  private let home: AwlHome

  init() throws {
    home = try AwlHome()
    let list = """
      # A List

      ## Things & more

      - [A \\<script> x](https://a.example/?q="&amp;b=1) ⭐ - Said &lt;b&gt; of "it" 'so'.
      - [مثال](https://ar.example) - من اليمين.
      - Only a name - without a link.

      """
    _ = try home.file("list.md", list)
    _ = try home.output("$awl follow $HOME/list.md")
  }

  @Test func thePagesAreWhereTheSiteHasThem() throws {
    let reported = try home.output("cd; $awl publish out --html --url https://example.org/x/ 2>&1")
    #expect(reported.hasSuffix(" written, 0 removed, 0 unchanged\nstatus 0\n"))
    for path in [
      "index.html", "week/index.html", "_/list/index.html", "_/list/week/index.html",
      "_/list/readme/index.html", "_/list/atom.xml", "SUMMARY.html", "atom.xml", "feeds.opml",
    ] {
      #expect(access(home.folder("out/" + path), F_OK) == 0, "\(path)")
    }
    #expect(access(home.folder("out/content"), F_OK) != 0)
    let page = text(home.folder("out/_/list/readme/index.html"))
    #expect(page.contains(#"<link rel="canonical" href="https://example.org/x/_/list/readme/">"#))
    #expect(page.contains(#"type="application/atom+xml" href="../atom.xml">"#))
    #expect(page.contains("<bdi>A &lt;script&gt; x</bdi></a>") && !page.contains("<script"))
    #expect(page.contains(#"href="https://a.example/?q=%22&amp;b=1""#))
    let feeds = text(home.folder("out/feeds.opml"))
    #expect(feeds.contains(#"xmlUrl="https://example.org/x/_/list/atom.xml""#))
  }

  @Test func aFolderIsMarkdownOrHTML() throws {
    _ = try home.output("cd; $awl publish out --quiet; $awl publish web --quiet --html")
    let before = try home.output("cd; find out web -type f | sort | xargs md5sum")
    let refused = try home.output("cd; $awl publish out --html 2>&1; $awl publish web 2>&1")
    #expect(
      refused.contains("awl: out has pages in Markdown: publish without --html or into another"))
    #expect(refused.contains("awl: web has pages in HTML: publish with --html or into another"))
    #expect(try home.output("cd; find out web -type f | sort | xargs md5sum") == before)
  }

  @Test(.enabled(if: access("/usr/bin/python3", X_OK) == 0, "skipped: needs python3"))
  func noLinkIsBrokenAndNoTagIsAList() throws {
    for options in ["--html", ""] {
      let reported = try home.output(
        "unset AWL; HOME=$HOME/other; mkdir -p $HOME; cd; $awl publish out --quiet \(options); "
          + "python3 \(projectFile("Tests/Tools/check-site")) out")
      #expect(reported.hasSuffix(" 0 faults\nstatus 0\n"), "\(reported)")
    }
  }

  @Test(.enabled(if: access("/usr/bin/w3m", X_OK) == 0, "skipped: needs w3m"))
  func aTextBrowserShowsThePage() throws {
    let shown = try home.output(
      "cd; $awl publish out --html --quiet; w3m -O UTF-8 -cols 70 -dump out/_/list/readme/index.html"
    )
    #expect(
      shown == """
        A List Overview

        🏠 Home · 🔥 Feed · 😺 list

        [ Daily / Weekly / Overview ]

        ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

        A List

        Things & more

          • A <script> x ⭐ - Said <b> of "it" 'so'.
          • مثال - من اليمين.
          • Only a name - without a link.

        status 0

        """)
  }
}
