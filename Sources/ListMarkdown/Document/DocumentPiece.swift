/// A part of a page as a flat sequence of blocks, in reading order.
///
/// Containers are not nested values but a start block and an end block: a page of any depth is laid
/// out in one loop, and a piece is five allocations for any number of blocks. All texts are
/// unsanitised: apply `SafeText` before showing them.
package struct DocumentPiece: Sendable {
  package internal(set) var blocks: [DocumentBlock] = []
  /// The runs of all blocks; each ends where the next one starts.
  package internal(set) var runs: [DocumentRun] = []
  /// The text of all runs, UTF-8.
  ///
  /// Bytes below 0x20 represent line ends, see `DocumentBreak`.
  package internal(set) var text: [UInt8] = []
  package internal(set) var links: [DocumentLink] = []
  /// The concatenated targets of the links.
  package internal(set) var targets: [UInt8] = []
  /// The anchors defined by `<a name>` and `id` attributes.
  package internal(set) var anchors: [DocumentAnchor] = []
  /// How many `<details>` are open after the piece.
  package internal(set) var openDetails = 0

  package init() {}

  /// Returns the target of a link, as in the page.
  package func target(of link: Int) -> String {
    guard links.indices.contains(link) else { return "" }
    return String(decoding: targets[links[link].target.range], as: UTF8.self)
  }

  /// Returns the text of a block, with its line ends as spaces.
  func text(of block: DocumentBlock) -> [UInt8] {
    guard let first = block.runs.first, let last = block.runs.last else { return [] }
    let start = first == 0 ? 0 : Int(runs[first - 1].end)
    return text[start..<Int(runs[last].end)].map { $0 < 0x20 ? 0x20 : $0 }
  }
}

/// A line end within the text of a block.
package enum DocumentBreak {
  /// A hard line break of Markdown: the line of the page ends as well.
  package static let line: UInt8 = 0x0A
  /// A line end of the page that reads as a space.
  package static let soft: UInt8 = 0x0B
  /// `<br>`, after which the page's line continues.
  package static let element: UInt8 = 0x0C
}

/// A block, or the start or end of one that contains others.
package struct DocumentBlock: Sendable {
  package enum Kind: UInt8, Sendable {
    case paragraph, heading, code, thematicBreak
    case quoteStart, quoteEnd, listStart, listEnd, itemStart, itemEnd
    case footnoteStart, footnoteEnd
    case tableStart, cell, rowEnd, tableEnd
    case detailsStart, summary, detailsEnd

    /// Whether a block of the kind is shown as text, rather than only starting or ending others.
    package var hasText: Bool {
      switch self {
      case .paragraph, .heading, .code, .thematicBreak, .tableStart, .cell, .tableEnd, .summary:
        true
      default: false
      }
    }
  }

  package let kind: Kind
  /// The line of the page that the block starts on, counted from 1.
  package let line: Int32
  /// A heading's level, a list's first number (-1 for bullets), a cell's alignment, a
  /// footnote's number.
  package var number: Int32 = 0
  /// A tight list; a paragraph of badges; a code block's first run is its language; a header cell;
  /// `<details open>`.
  package var isFlagged = false
  /// Its runs, as indices of `DocumentPiece.runs`.
  package var runs: Range<Int>

  init(_ kind: Kind, line: Int, runs: Range<Int>) {
    self.kind = kind
    self.line = Int32(clamping: line)
    self.runs = runs
  }
}

/// How the cells of a column are aligned.
package enum DocumentAlignment: Int32, Sendable {
  case left, center, right
}

/// A stretch of text of one style.
package struct DocumentRun: Equatable, Sendable {
  /// The byte after its last one in `DocumentPiece.text`.
  package var end: Int32
  package var style: DocumentStyle
  /// The link that it is part of; -1 for none.
  package var link: Int32

  package init(end: Int32, style: DocumentStyle, link: Int32) {
    self.end = end
    self.style = style
    self.link = link
  }
}

/// The meaning of a run of text; its look is the theme's.
package struct DocumentStyle: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let strong = DocumentStyle(rawValue: 1 << 0)
  package static let emphasis = DocumentStyle(rawValue: 1 << 1)
  package static let struck = DocumentStyle(rawValue: 1 << 2)
  package static let code = DocumentStyle(rawValue: 1 << 3)
  package static let keyboard = DocumentStyle(rawValue: 1 << 4)
  package static let image = DocumentStyle(rawValue: 1 << 5)
  package static let lowered = DocumentStyle(rawValue: 1 << 6)
  package static let raised = DocumentStyle(rawValue: 1 << 7)
  package static let link = DocumentStyle(rawValue: 1 << 8)
  /// Text that the page does not contain: list markers, quote bars, rules.
  package static let marker = DocumentStyle(rawValue: 1 << 9)
  package static let heading = DocumentStyle(rawValue: 1 << 10)
  /// The title of an alert.
  package static let alert = DocumentStyle(rawValue: 1 << 11)
  /// An entry that was removed from the list, shown in its former place.
  package static let removed = DocumentStyle(rawValue: 1 << 12)
  package static let faint = DocumentStyle(rawValue: 1 << 13)
}

/// A link of the page.
package struct DocumentLink: Equatable, Sendable {
  /// The range of its target in `DocumentPiece.targets`.
  package let target: ByteSpan
  /// The line of the page that it starts on.
  package let line: Int32
}

/// An anchor: the block that starts there.
package struct DocumentAnchor: Equatable, Sendable {
  package let name: String
  /// The index of the block in `DocumentPiece.blocks`.
  package let block: Int32
}

/// Start and end in 8 bytes.
package struct ByteSpan: Equatable, Sendable {
  let start: Int32
  let end: Int32

  package var range: Range<Int> { Int(start)..<Int(end) }
}
