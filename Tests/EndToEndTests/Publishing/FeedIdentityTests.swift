import Glibc
import TestSupport
import Testing

/// The ids of items while a list grows, as seen by a feed reader that polls.
@Suite(.enabled(if: systemProgram("python3") != nil, "skipped: needs python3"))
struct FeedIdentityTests {
  /// Adds a feed's items to those seen before: each id with its titles and links.
  private static let watcher = """
    import json, sys
    try:
        seen = json.load(open('seen.json'))
    except FileNotFoundError:
        seen = {}
    items = [item for item in json.load(sys.stdin)['items'] if ' entries added' not in item['title']]
    ids = [item['id'] for item in items]
    faults = [id for id in ids if ids.count(id) > 1]
    by_link = {}
    for id, forms in seen.items():
        for title, url in forms:
            by_link.setdefault((title, url), set()).add(id)
    for item in items:
        form = [item['title'], item.get('url', '')]
        forms = seen.setdefault(item['id'], [])
        known = by_link.get(tuple(form), set())
        if known and item['id'] not in known:
            faults.append(f'another id for {form}')
        if forms and form not in forms:
            if all(form[0] != title and form[1] != url for title, url in forms):
                faults.append(f'one id for {forms} and {form}')
        if form not in forms:
            forms.append(form)
    json.dump(seen, open('seen.json', 'w'))
    print(len(items), 'items', len(faults), 'faults', faults[:3])
    """

  private let home: AwlHome

  init() throws {
    home = try AwlHome()
    _ = try home.file("watch.py", Self.watcher)
  }

  private func look(_ list: String, _ options: String = "--changes added") throws -> String {
    try home.output(
      "cd; $awl feed \(list) --limit 100000 --format json \(options) | python3 watch.py")
  }

  @Test(
    .enabled(if: RealData.isThere, Comment(rawValue: RealData.reason)),
    arguments: ["awesome-tmux", "awesome-seml"])
  func noEntryChangesItsIdWhileAListGrows(list: String) throws {
    let work = home.folder("work")
    let git = "git -C \(work)"
    _ = try home.output("git clone -q \(RealData.path("histories/\(list).bundle")) \(work)")
    let commits = try home.output("\(git) rev-list --reverse --first-parent HEAD")
      .split(separator: "\n").dropLast()
    let points = rounds(4, soak: 20)
    for point in 1...points {
      let commit = commits[commits.startIndex + (commits.count - 1) * point / points]
      _ = try home.output("\(git) checkout -q -B main \(commit)")
      _ = try home.output(point == 1 ? "$awl follow \(work)" : "$awl sync")
      let reported = try look("work")
      #expect(reported.contains(" items 0 faults"), "\(list) at \(commit): \(reported)")
    }
  }

  @Test func aRewrittenHistoryChangesNoId() throws {
    let repository = try SampleRepository()
    let lists = [
      "- [One](https://one.example)\n",
      "- [One](https://one.example)\n- [Two](https://two.example)\n",
      "- [Two](https://two.example/moved)\n- [Only a name](#x)\n- [Three](https://three.example)\n",
    ].map { "# A List\n\n## Part\n\n" + $0 }
    for (day, list) in lists.enumerated() {
      try repository.commit(["README.md": list], day: day * 5)
    }
    _ = try home.output("$awl follow \(repository.path)")
    #expect(try look("work").contains(" items 0 faults"))
    try repository.git(["checkout", "-q", "--orphan", "again"])
    for (day, list) in lists.enumerated() {
      try repository.commit(["README.md": list], day: day * 5 + 1, author: "B", subject: "again")
    }
    try repository.git(["branch", "-f", "main", "again"])
    try repository.git(["checkout", "-q", "main"])
    _ = try home.output("$awl sync")
    #expect(try look("work").contains(" items 0 faults"))
  }
}
