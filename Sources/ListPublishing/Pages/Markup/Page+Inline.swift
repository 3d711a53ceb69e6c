extension Page {
  /// Appends words of awl's own, without markup.
  mutating func add(words: String) { text.add(words) }

  /// Appends a text of a list.
  mutating func add(_ untrusted: String) {
    switch format {
    case .markdown: text.add(markdown: untrusted)
    case .html: text.add(isolated: untrusted)
    }
  }

  /// Appends a link to a page of the folder, its text being a list's.
  mutating func addLink(_ title: String, toPage page: String) { addLink(title, to: link(to: page)) }

  /// Appends a link to an absolute URI or a place of this page.
  mutating func addLink(_ title: String, to uri: String) {
    switch format {
    case .markdown: text.addLink(title, to: uri)
    case .html: text.addHTMLLink(title, to: uri)
    }
  }
}

extension ByteText {
  /// Appends a text as HTML of a writing direction of its own.
  mutating func add(isolated text: String) {
    add("<bdi>")
    add(escaped: text)
    add("</bdi>")
  }

  /// Appends a link as HTML.
  mutating func addHTMLLink(_ title: String, to uri: String) {
    add("<a")
    add(attribute: "href", uri)
    add(">")
    add(isolated: title)
    add("</a>")
  }
}
