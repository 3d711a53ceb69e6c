import ListModel

/// A page while it is being written: where it lies, so that links are relative to it.
struct MarkdownPage {
  let path: String
  var text = ByteText()

  /// A page at a path below the published folder.
  init(path: String) { self.path = path }

  /// The finished page.
  var file: PublishedFile { PublishedFile(path: path, bytes: text.bytes) }

  /// The address of another page of the folder, as this one links to it.
  func link(to other: String) -> String {
    let own = path.split(separator: "/").dropLast()
    let target = other.split(separator: "/")
    var shared = 0
    while shared < min(own.count, target.count - 1), own[own.startIndex + shared] == target[shared]
    {
      shared += 1
    }
    let up = String(repeating: "../", count: own.count - shared)
    return PagePath.urlPath(up + target[shared...].joined(separator: "/"))
  }

  /// Appends a heading whose text is a list's.
  mutating func add(heading level: Int, _ title: String) {
    text.add(String(repeating: "#", count: level) + " ")
    text.add(markdown: title)
    text.add("\n\n")
  }

  /// Appends a heading that links to a page of the folder.
  mutating func add(heading level: Int, _ title: String, linkingTo page: String) {
    text.add(String(repeating: "#", count: level) + " ")
    addLink(title, toPage: page)
    text.add("\n\n")
  }

  /// Appends a category as a heading.
  ///
  /// A ` / ` joins the headings of a path; one within a heading is put into the text of a link to
  /// the top of the page, where it joins nothing.
  mutating func add(category: CategoryPath, level: Int) {
    guard !category.headings.isEmpty else { return }
    text.add(String(repeating: "#", count: level) + " ")
    for (index, heading) in category.headings.enumerated() {
      if index > 0 { text.add(" / ") }
      let isAmbiguous =
        heading.contains(" / ") || heading.hasPrefix("/ ") || heading.hasSuffix(" /")
        || heading.utf8.elementsEqual("/".utf8)
      if isAmbiguous {
        text.addLink(heading, to: "#")
      } else {
        text.add(markdown: heading)
      }
    }
    text.add("\n\n")
  }

  /// Appends a link to a page of the folder, its text being a list's.
  mutating func addLink(_ title: String, toPage page: String) {
    text.addLink(title, to: link(to: page))
  }

  /// Appends a paragraph, if there is anything to say.
  mutating func add(paragraph: String) {
    guard !paragraph.isEmpty else { return }
    text.add(markdownParagraph: paragraph)
    text.add("\n\n")
  }
}

/// A file of the published folder.
public struct PublishedFile: Equatable, Sendable {
  /// Below the folder; its parts are safe as names of files.
  public var path: String
  public var bytes: [UInt8]
}
