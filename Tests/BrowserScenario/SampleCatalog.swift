package import ListModel

/// A small library that the tests of the browser share.
package enum Sample {
  package static let today = Day(clamping: 19_500)  // 2023-05-23

  /// One list: 8 entries, 4 headings, 6 days of two years, and all that an entry can lack or have.
  package static let entries: [Entry] = [
    entry(
      "Aim", "https://aimstack.io", "An open source experiment tracker", ["Tooling"], "2022-02-11"),
    entry(
      "Understanding Software 2.0", "https://dl.acm.org/doi/10.1145/3453478", "", ["Governance"],
      "2021-12-06", marks: [.publication]),
    entry(
      "REVISE", "https://github.com/princeton/revise", "Detects bias in visual data sets",
      ["Tooling"], "2021-10-19", stars: 91),
    entry(
      "PyTorch Lightning", "https://github.com/pytorch/lightning",
      "The lightweight PyTorch wrapper for AI research", ["Tooling", "Frameworks"], "2021-05-06",
      stars: 20_000, marks: [.mustRead]),
    entry(
      "TensorFlow Data Validation", "https://github.com/tensorflow/data-validation",
      "Explores and validates machine learning data", ["Tooling", "Frameworks"], "2021-05-06",
      stars: 674,
      links: [
        Link(
          title: "TensorFlow Data Validation", url: "https://github.com/tensorflow/data-validation"),
        Link(title: "paper", url: "https://example.org/paper.pdf"),
      ]),
    entry("A talk without a link", nil, "Held once and never recorded", ["Talks"], "2021-04-02"),
    entry("Café au Data", "https://cafe.example.org", "Naïve but good", ["Talks"], "2021-04-01"),
    entry("Old Paper", "https://example.org/old.pdf", "", ["Governance"], nil),
  ]

  package static let list = AwesomeList(
    id: ListID("me/awesome-sample"), title: "Awesome Sample", description: "Things to try",
    source: "https://github.com/me/awesome-sample", subject: "Computer Science",
    stars: Stars(1_000))

  package static let catalog: Catalog = {
    var builder = CatalogBuilder()
    builder.append(list, entries: entries)
    return builder.catalog()
  }()

  /// Two lists; the second repeats a link of the first.
  package static let twoLists: Catalog = {
    var builder = CatalogBuilder()
    builder.append(list, entries: entries)
    builder.append(
      AwesomeList(
        id: ListID("you/awesome-other"), title: "Awesome Other", subject: list.subject),
      entries: [
        entry("Aim again", "https://www.aimstack.io/", "", ["Experiments"], "2022-03-01"),
        entry("Ray", "https://ray.io", "Scales Python", ["Experiments"], "2020-01-31"),
      ])
    return builder.catalog()
  }()

  /// Three lists of two subjects, two of which share a title.
  package static let threeLists: Catalog = {
    var builder = CatalogBuilder()
    builder.append(list, entries: entries)
    for (id, title, subject, stars, day) in [
      ("a/awesome-go", "Awesome Go", "Languages", 90, "2022-01-02"),
      ("b/awesome-go", "Awesome Go", "Languages", 2_000, "2021-01-02"),
    ] {
      builder.append(
        AwesomeList(id: ListID(id), title: title, subject: subject, stars: Stars(stars)),
        entries: [entry("Entry of \(id)", "https://\(id).example", "", ["Go"], day)])
    }
    return builder.catalog()
  }()

  /// A list that was read, one that could not be, and one to which nothing was added yet.
  package static let failed: Catalog = {
    var builder = CatalogBuilder()
    builder.append(list, entries: entries)
    builder.append(
      failedList, entries: [],
      origin: ListOrigin(source: "me/broken", page: "", failure: "the server is away: try later"))
    builder.append(
      AwesomeList(id: ListID("me/new"), title: "Awesome New", subject: list.subject), entries: [],
      origin: ListOrigin(source: "me/new", page: ""))
    return builder.catalog()
  }()

  /// The one list that is followed, which could not be read.
  package static let onlyFailed: Catalog = {
    var builder = CatalogBuilder()
    builder.append(
      failedList, entries: [],
      origin: ListOrigin(source: "me/broken", page: "", failure: "the server is away: try later"))
    return builder.catalog()
  }()

  private static let failedList = AwesomeList(
    id: ListID("me/broken"), title: "Awesome Broken", subject: list.subject)

  package static func entry(
    _ title: String, _ url: String?, _ description: String, _ category: [String], _ day: String?,
    stars: Int? = nil, marks: [Mark] = [], links: [Link]? = nil
  ) -> Entry {
    Entry(
      title: title, url: url, description: description, category: CategoryPath(category),
      added: day.flatMap { Day(iso: $0) }, stars: stars.map { Stars($0) }, marks: marks,
      links: links ?? url.map { [Link(title: title, url: $0)] } ?? [])
  }
}
