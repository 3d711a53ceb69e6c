import Testing

/// Histories made by hand for H3 and H10 of docs/tracking.md; those of H6 are `LastingDaysTests`.
struct HandMadeHistoriesTests {
  /// The versions of a README, below one heading if they have none, and the expected fate of each
  /// entry.
  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let versions: [String]
    let lines: [String]

    var testDescription: String { name }
  }

  private func lines(of sample: Sample) -> [String] {
    var history = SampleHistory()
    for version in sample.versions {
      history.commit(version.hasPrefix("#") ? version : "## T\n\n" + version)
    }
    return history.lines
  }

  @Test(arguments: HandMadeHistoriesTests.sharedTitles)
  func aSharedTitleMatchesNothing(sample: Sample) {
    #expect(lines(of: sample) == sample.lines)
  }

  @Test(arguments: HandMadeHistoriesTests.turnedEntries)
  func linksThatChangePlacesAreOneEntry(sample: Sample) {
    #expect(lines(of: sample) == sample.lines)
  }

  @Test(arguments: HandMadeHistoriesTests.renamedHeadings)
  func renamingAHeadingMovesNoEntry(sample: Sample) {
    #expect(lines(of: sample) == sample.lines)
  }
}

extension HandMadeHistoriesTests {
  /// H3.
  private static let sharedTitles = [
    Sample(
      name: "one of two gets another link",
      versions: [
        "- [PyPI](https://pypi.org/p/a)\n- [PyPI](https://pypi.org/p/b)\n",
        "- [PyPI](https://pypi.org/p/a)\n- [PyPI](https://pypi.org/p/c)\n",
      ],
      lines: [
        "PyPI <https://pypi.org/p/a> in T: 01-01 added*",
        "PyPI <https://pypi.org/p/c> in T: 01-02 added",
        "~PyPI <https://pypi.org/p/b> in T: 01-01 added*, 01-02 removed",
      ]),
    Sample(
      name: "one leaves, two come",
      versions: [
        "- [Twitter](https://twitter.com/a)\n",
        "- [Twitter](https://twitter.com/b)\n- [Twitter](https://twitter.com/c)\n",
      ],
      lines: [
        "Twitter <https://twitter.com/b> in T: 01-02 added",
        "Twitter <https://twitter.com/c> in T: 01-02 added",
        "~Twitter <https://twitter.com/a> in T: 01-01 added*, 01-02 removed",
      ]),
    Sample(
      name: "two leave, one comes",
      versions: [
        "- [GitHub](https://github.com/a/x)\n- [GitHub](https://github.com/b/y)\n",
        "- [GitHub](https://github.com/c/z)\n",
      ],
      lines: [
        "GitHub <https://github.com/c/z> in T: 01-02 added",
        "~GitHub <https://github.com/a/x> in T: 01-01 added*, 01-02 removed",
        "~GitHub <https://github.com/b/y> in T: 01-01 added*, 01-02 removed",
      ]),
    Sample(
      name: "a link that went comes back beside the one that took its title",
      versions: [
        "- [t](https://a.org)\n", "- [t](https://b.org)\n",
        "- [t](https://b.org)\n- [t](https://a.org)\n",
      ],
      lines: [
        "t <https://b.org> in T: 01-02 added",
        "t <https://a.org> in T: 01-01 added*, 01-02 removed, 01-03 restored",
      ]),
    Sample(
      name: "one of two leaves and comes back",
      versions: [
        "- [docs](https://a.org/docs)\n- [docs](https://b.org/docs)\n",
        "- [docs](https://b.org/docs)\n",
        "- [docs](https://a.org/docs)\n- [docs](https://b.org/docs)\n",
      ],
      lines: [
        "docs <https://a.org/docs> in T: 01-01 added*, 01-02 removed, 01-03 restored",
        "docs <https://b.org/docs> in T: 01-01 added*",
      ]),
  ]

  /// H10, the first half.
  private static let turnedEntries = [
    Sample(
      name: "the further link comes first",
      versions: [
        "- [One](https://one.org) - [docs](https://d.org/one)\n",
        "- [docs](https://d.org/one) of [One](https://one.org)\n",
      ],
      lines: ["docs <https://d.org/one> in T: 01-01 added*, 01-02 edited"]),
    Sample(
      name: "two links change places",
      versions: [
        "- [One](https://one.org) and [Two](https://two.org), both good.\n",
        "- [Two](https://two.org) and [One](https://one.org), both good.\n",
      ],
      lines: ["Two <https://two.org> in T: 01-01 added*, 01-02 edited"]),
    Sample(
      name: "there and back",
      versions: [
        "- [One](https://one.org) and [Two](https://two.org)\n",
        "- [Two](https://two.org) and [One](https://one.org)\n",
        "- [One](https://one.org) and [Two](https://two.org)\n",
      ],
      lines: ["One <https://one.org> in T: 01-01 added*, 01-02 edited, 01-03 edited"]),
    Sample(
      name: "the source comes before the site",
      versions: [
        "- [Kit](https://kit.dev) ([source](https://github.com/a/kit)) - A kit.\n",
        "- [Kit](https://github.com/a/kit) ([site](https://kit.dev)) - A kit.\n",
      ],
      lines: ["Kit <https://github.com/a/kit> in T: 01-01 added*, 01-02 edited"]),
    Sample(
      name: "beside one that stays",
      versions: [
        "- [A](https://a.org)\n- [One](https://one.org), [Two](https://two.org)\n",
        "- [A](https://a.org)\n- [Two](https://two.org), [One](https://one.org)\n",
      ],
      lines: [
        "A <https://a.org> in T: 01-01 added*",
        "Two <https://two.org> in T: 01-01 added*, 01-02 edited",
      ]),
  ]

  private static let pair = "- [A](https://a.org)\n- [B](https://b.org)\n"

  /// H10, the second half.
  private static let renamedHeadings = [
    Sample(
      name: "another name", versions: ["## Tools\n\n\(pair)", "## Utilities\n\n\(pair)"],
      lines: [
        "A <https://a.org> in Utilities: 01-01 added*, 01-02 category renamed",
        "B <https://b.org> in Utilities: 01-01 added*, 01-02 category renamed",
      ]),
    Sample(
      name: "a heading in between",
      versions: ["## Tools\n\n### Old\n\n\(pair)", "## Tools\n\n### New\n\n\(pair)"],
      lines: [
        "A <https://a.org> in Tools / New: 01-01 added*, 01-02 category renamed",
        "B <https://b.org> in Tools / New: 01-01 added*, 01-02 category renamed",
      ]),
    Sample(
      name: "as another entry comes",
      versions: ["## Old\n\n\(pair)", "## New\n\n\(pair)- [C](https://c.org)\n"],
      lines: [
        "A <https://a.org> in New: 01-01 added*, 01-02 category renamed",
        "B <https://b.org> in New: 01-01 added*, 01-02 category renamed",
        "C <https://c.org> in New: 01-02 added",
      ]),
    Sample(
      name: "two at once",
      versions: [
        "## One\n\n\(pair)\n## Two\n\n- [C](https://c.org)\n",
        "## Uno\n\n\(pair)\n## Due\n\n- [C](https://c.org)\n",
      ],
      lines: [
        "A <https://a.org> in Uno: 01-01 added*, 01-02 category renamed",
        "B <https://b.org> in Uno: 01-01 added*, 01-02 category renamed",
        "C <https://c.org> in Due: 01-01 added*, 01-02 category renamed",
      ]),
    Sample(
      name: "there and back",
      versions: ["## Old\n\n\(pair)", "## New\n\n\(pair)", "## Old\n\n\(pair)"],
      lines: [
        "A <https://a.org> in Old: 01-01 added*, 01-02 category renamed, 01-03 category renamed",
        "B <https://b.org> in Old: 01-01 added*, 01-02 category renamed, 01-03 category renamed",
      ]),
  ]
}
