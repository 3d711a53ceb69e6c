import ListModel

extension Page {
  /// Appends a heading with a list's text, which links to another page if one is given.
  ///
  /// - Parameter id: the anchor of the heading, in HTML.
  mutating func add(
    heading level: Int, _ title: String, linkingTo page: String? = nil, id: String? = nil
  ) {
    addHeading(level, id: id) { heading in
      if let page { heading.addLink(title, toPage: page) } else { heading.add(title) }
    }
  }

  /// Appends the text of a category, which `CategoryHeadings` has rendered, as a heading; nothing for
  /// entries without one.
  mutating func add(category: [UInt8]?, level: Int) {
    guard let category else { return }
    addHeading(level) { $0.text.add(category) }
  }

  private mutating func addHeading(
    _ level: Int, id: String? = nil, _ content: (inout Page) -> Void
  ) {
    switch format {
    case .markdown:
      for _ in 0..<level { text.add("#") }
      text.add(" ")
      content(&self)
      text.add("\n\n")
    case .html:
      text.add("<h\(level)")
      if let id { text.add(attribute: "id", id) }
      text.add(">")
      content(&self)
      text.add("</h\(level)>\n")
    }
  }

  /// Appends a paragraph with a list's text, unless it is empty.
  mutating func add(paragraph: String) {
    guard !paragraph.isEmpty else { return }
    switch format {
    case .markdown:
      text.add(markdownParagraph: paragraph)
      text.add("\n\n")
    case .html: addParagraph { $0.add(paragraph) }
    }
  }

  /// Appends a paragraph, which begins with words of awl's own or a link.
  mutating func addParagraph(_ content: (inout Page) -> Void) {
    text.add(format == .html ? "<p>" : "")
    content(&self)
    text.add(format == .html ? "</p>\n" : "\n\n")
  }

  /// Appends a rule between the page's own text and the list's.
  mutating func addRule() { text.add(format == .html ? "<hr>\n" : "---\n\n") }

  /// Appends a list of items.
  mutating func addList(numbered: Bool = false, _ content: (inout Page) -> Void) {
    number = numbered ? 1 : nil
    if format == .html { text.add(numbered ? "<ol>\n" : "<ul>\n") }
    content(&self)
    text.add(format == .markdown ? "\n" : numbered ? "</ol>\n" : "</ul>\n")
  }

  /// Appends an item of a list.
  mutating func addItem(_ content: (inout Page) -> Void) {
    switch format {
    case .markdown:
      text.add(number.map { "\($0). " } ?? "- ")
      content(&self)
      text.add("\n")
    case .html:
      text.add("<li>")
      content(&self)
      text.add("</li>\n")
    }
    if let count = number { number = count + 1 }
  }
}
