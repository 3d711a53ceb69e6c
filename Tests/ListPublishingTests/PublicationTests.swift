import ListModel
import Testing

@testable import ListPublishing

struct PublicationTests {
  @Test func everyPathIsMadeOnceAndInOrder() {
    var sample = SampleCatalog()
    sample.add("a/one", [.onPage("A", "https://a.org", day: 1)])
    sample.add("b/two", [.tracked("B", "https://b.org", [.on(3, .added)])])
    let publication = self.publication(of: sample.catalog)
    var made: [String] = []
    publication.forEachFile { made.append($0.path) }
    #expect(made == publication.paths)
    #expect(Set(made).count == made.count)
    #expect(made.last == "README.md")
    #expect(
      made.contains("content/b/two/changes.xml") && !made.contains("content/a/one/changes.xml"))
  }

  @Test func everyRelativeLinkLeadsToAFile() {
    var sample = SampleCatalog()
    sample.add("a/one", (0..<30).map { .onPage("A\($0)", "https://a.org/\($0)", day: $0 * 3) })
    sample.add("odd name", title: "50% [x]", [.onPage("B", "https://b.org", day: 4)])
    let publication = self.publication(of: sample.catalog)
    let paths = Set(publication.paths)
    var count = 0
    publication.forEachFile { file in
      guard file.path.hasSuffix(".md") else { return }
      for link in relativeLinks(in: String(decoding: file.bytes, as: UTF8.self)) {
        count += 1
        #expect(paths.contains(resolve(link, from: file.path)), "\(link) in \(file.path)")
      }
    }
    #expect(count > 100)
  }

  @Test func listsThatWouldShareAPathAreReported() {
    var sample = SampleCatalog()
    sample.add("a/one", [.onPage("A", "https://a.org", day: 1)])
    sample.add("2020/10", [.onPage("B", "https://b.org", day: 1)])
    sample.add("a/one/week", [.onPage("C", "https://c.org", day: 1)])
    let publication = self.publication(of: sample.catalog)
    #expect(publication.notices.count == 2)
    #expect(publication.lists.map(\.folder) == ["content/a/one/"])
  }

  @Test(arguments: [
    ("owner/list", "content/owner/list/"), ("page", "content/_/page/"),
    ("../..", "content/%2E%2E/%2E%2E/"), ("a/ü b", "content/a/%C3%BC%20b/"),
    ("a//b", "content/a/%/b/"),
  ])
  func aListsNameIsASafePath(list: String, folder: String) {
    #expect(PagePath.folder(of: ListID(list)) == folder)
  }

  private func publication(of catalog: Catalog) -> Publication {
    let lists = (0..<catalog.listCount).map { ListIndex($0) }
    return Publication(
      of: catalog,
      options: PublicationOptions(
        lists: lists, address: "https://x.org/awl/", today: .sample(200), version: "1"))
  }

  private func relativeLinks(in text: String) -> [String] {
    text.split(separator: "](").dropFirst().compactMap { part in
      let link = part.prefix { $0 != ")" }
      return link.contains(":") || link.hasPrefix("#") ? nil : String(link)
    }
  }

  private func resolve(_ link: String, from page: String) -> String {
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/").split(separator: "%25").joined(separator: "%")
  }
}
