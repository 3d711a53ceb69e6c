import ListMarkdown
import Testing

struct TrackPageTests {
  @Test func aDailyPageYieldsTheListAndItsEntries() throws {
    let page = try PageReader.read(Array(daily.utf8), path: nil)
    #expect(
      page.outline == """
        daily SE-ML/awesome-seml: Awesome Seml
        description: A curated list of articles.
        source: https://github.com/SE-ML/awesome-seml
        stars: 1k
        subject: Computer Science
        2022-02-11
          Tooling
            13 Aim <https://aimstack.io>
               Aim is an open source experiment tracking tool.
        2021-12-06
          Libraries / Go
            19 Understanding <https://dl.acm.org/a_b&c> ⭐1500 🎓 ⭐
        """)
  }

  private let daily = """
    # Track Awesome Seml Updates Daily

    A curated list of articles.

    [🏠 Home](/README.md) · [🔍 Search](https://www.trackawesomelist.com/search/) · \
    [😺 SE-ML/awesome-seml](https://github.com/SE-ML/awesome-seml) · ⭐ 1K · 🏷️ Computer Science

    [ Daily / [Weekly](/content/SE-ML/awesome-seml/week/README.md) / \
    [Overview](/content/SE-ML/awesome-seml/readme/README.md) ]

    ## [Feb 11, 2022](/content/2022/02/11/README.md)

    ### Tooling

    *   [Aim](https://aimstack.io) - Aim is an open source experiment tracking tool.

    ## [Dec 06, 2021](/content/2021/12/06/README.md)

    ### Libraries / Go

    *   [Understanding (⭐1.5k)](https://dl.acm.org/a\\_b\\&c) 🎓⭐
    """
}
