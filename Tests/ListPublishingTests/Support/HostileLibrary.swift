import HostilePages
import ListModel
import TestSupport

/// Lists whose every text means harm: to Markdown, to HTML and XML, to templates, to terminals.
enum HostileLibrary {
  static let texts: [String] =
    HostilePage.all.map { String(decoding: $0.make(40), as: UTF8.self) }
    + (Array(1..<32) + Array(0x7F..<0xA0) + [
      0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE, 0x202E, 0x2028, 0xFEFF,
    ])
    .compactMap { Unicode.Scalar($0).map { "control \($0) here" } }
    + [
      "]]>", "<![CDATA[x]]>", "<!DOCTYPE x [<!ENTITY a 'b'>]>&a;",
      "</title><script>alert(1)</script>",
      "{{ 7 * 7 }} {% raw %} {# x #}", "\" onmouseover=\"x", "' or '", "--><b>", "\\", "\\\\]", "`",
      "javascript:alert(1)", "https://auto.example www.auto.example a@auto.example",
      "&lt;b&gt; &#60;",
      "a\r\nBcc: b", "<?xml version='1.0'?>", "%s%n", "$(id)", "| a | b |", "[^1]: note", "* * *",
      String(repeating: "Long é 日本 ", count: 4_000), String(repeating: "a", count: 65_536),
      String(repeating: "](", count: 2_000), "e\u{301}\u{200D}\u{FE0F}", "مرحبا \u{202E}abc",
    ]

  static let links = [
    "https://a.example/?q=\"<>'&b=]]>#x#y", "javascript:alert(1)", "data:text/html,<script>",
    "//b.example",
    "../up/<x>.md", "#part", "https://user@c.example/", "https://d.example:99999999/",
    "mailto:a@b.example",
    "https://日本.example/é \u{7}", "https://[::1]/", "ftp://e.example/%zz%41", "", " ",
    "HTTP://F.example",
  ]

  /// A list of a page and one with a history, with each text as title, description and category.
  static var catalog: Catalog {
    var builder = CatalogBuilder()
    let pairs = texts.enumerated()
    for (name, isTracked) in [("hostile/page", false), ("hostile/history", true)] {
      let entries = pairs.map { number, text in
        let changes: [Change] = [.on(number, .added), .on(number + 1, .removed)]
        let isRemoved = isTracked && number % 5 == 0
        return Entry(
          title: text.split(whereSeparator: \.isNewline).joined(separator: " "),
          url: links[number % links.count] + (number % 3 == 0 ? "" : "\(number)"),
          description: text,
          category: CategoryPath(["Top", String(text.prefix(300))]), added: .sample(number / 25),
          stars: Stars(number), marks: [.publication],
          history: isTracked
            ? EntryHistory(
              changes: Array(changes.prefix(isRemoved ? 2 : 1)), isRemoved: isRemoved) : nil)
      }
      builder.append(
        AwesomeList(
          id: ListID(name), title: "]]> <b>\u{7}\(name)\u{FFFE}</title>",
          description: "&amp; <script> {{ x }} a@b.example",
          source: "https://github.com/\(name)", subject: "<Subject> & \"more\""), entries: entries)
    }
    return builder.catalog()
  }
}
