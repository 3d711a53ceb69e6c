/// Turns untrusted text into lines of `SafeText`.
///
/// One pass over the scalars. `CodePoint.Treatment` says how each is shown; the cases that depend
/// on neighbours are handled here:
///
/// - A combining mark joins the cell before it; without one it is placed on U+25CC, a dotted
///   circle.
/// - A zero-width joiner after an emoji swallows the emoji that follows, so that a family is its
///   first member. Terminals disagree by up to six columns on such sequences.
/// - A zero-width non-joiner is kept between two letters of a script that joins its letters.
/// - CR LF is one line end.
///
/// Time and memory are linear in the input, and reading stops at the limit.
struct Sanitizer {
  /// The form of the result.
  enum Form {
    /// One line: line ends and tabs are spaces.
    case line
    /// Several lines.
    case block
    /// One line for a program rather than a screen: joined emoji stay whole.
    case piped
    /// A URL in one line, with everything made visible.
    case url
  }

  private let form: Form
  /// The emoji of shortcodes.
  private var shortcodes: ShortcodePlaces
  private let emoji: EmojiForm
  /// Whether to skip a blank, since an emoji before it was removed.
  private var skipsBlank = false
  private var remaining: Int
  private var lines: [SafeText] = []
  private var cells: [TextCell] = []
  private var column = 0
  private var hiddenCount = 0
  /// The position in the original at which the line begins.
  private var lineStart = 0
  private var lastScalar: Unicode.Scalar = " "
  private var pending: Pending?

  /// A joiner that depends on the next scalar.
  private enum Pending {
    case joiner, nonJoiner
  }

  init(
    form: Form, limit: Int, shortcodes: ShortcodePlaces = ShortcodePlaces(),
    emoji: EmojiForm = .keep
  ) {
    self.form = form
    self.emoji = emoji
    self.shortcodes = shortcodes
    remaining = max(0, limit)
  }

  /// Returns the lines of the text, at least one.
  mutating func read(_ untrusted: String) -> [SafeText] {
    var offset = 0
    for scalar in untrusted.unicodeScalars {
      if remaining == 0 {
        put(SafeText.ellipsis, width: 1, at: offset)
        break
      }
      switch shortcodes.part(at: offset) {
      case .text: take(scalar, at: offset)
      case .start(let emoji):
        for part in emoji.unicodeScalars { take(part, at: offset) }
      case .inside: break
      }
      offset += UTF8.width(scalar)
    }
    settle(before: nil)
    endLine(at: untrusted.utf8.count)
    return lines
  }
}

extension Sanitizer {
  private mutating func take(_ scalar: Unicode.Scalar, at offset: Int) {
    if settle(before: scalar) { return }
    let previous = lastScalar
    if emoji != .keep, rewrite(scalar, at: offset) { return }
    lastScalar = scalar
    switch CodePoint.treatment(of: scalar) {
    case .keep(let width): put(scalar, width: width, at: offset)
    case .mark: put(mark: scalar, at: offset)
    case .replaced(let substitute): put(substitute, width: 1, at: offset)
    case .tab: form == .url ? show(scalar, at: offset) : putTab(at: offset)
    case .lineBreak:
      if form == .url {
        show(scalar, at: offset)
      } else if !(scalar == "\n" && previous == "\r") {
        putLineBreak(at: offset, length: UTF8.width(scalar))
      } else {
        lineStart += cells.isEmpty ? 1 : 0
      }
    case .hidden: form == .url ? show(scalar, at: offset) : hide()
    case .cosmetic:
      if form == .url {
        show(scalar, at: offset)
      } else if form == .piped, lastIsEmoji, CodePoint.changesEmoji(scalar) {
        put(scalar, width: 0, at: offset)
      } else {
        lastScalar = previous
      }
    case .joiner:
      if form == .url {
        show(scalar, at: offset)
      } else {
        pending = lastIsEmoji ? .joiner : nil
        if pending == nil { hide() }
      }
    case .nonJoiner:
      if form == .url {
        show(scalar, at: offset)
      } else {
        pending = CodePoint.isJoiningLetter(previous) ? .nonJoiner : nil
        if pending == nil { hide() }
      }
    }
  }

  /// Writes an emoji in the wanted form; returns false for a character that is shown unchanged.
  private mutating func rewrite(_ scalar: Unicode.Scalar, at offset: Int) -> Bool {
    if let name = emoji.replacement(for: scalar) {
      for part in name.unicodeScalars { put(part, width: 1, at: offset) }
      skipsBlank = name.isEmpty && cells.last.map { $0.base == " " } ?? true
      return true
    }
    defer { skipsBlank = false }
    return skipsBlank && scalar == " "
  }

  /// Decides on a joiner, now that the next scalar is known; true if it swallows that scalar.
  @discardableResult
  private mutating func settle(before next: Unicode.Scalar?) -> Bool {
    guard let waiting = pending else { return false }
    if waiting == .joiner, let next, case .cosmetic = CodePoint.treatment(of: next) {
      return true
    }
    pending = nil
    switch (waiting, next) {
    case (.joiner, let next?) where CodePoint.isEmoji(next):
      guard form == .piped else { return true }
      put(CodePoint.zeroWidthJoiner, width: 0, at: cells.last?.source ?? 0)
      return false
    case (.nonJoiner, let next?)
    where CodePoint.isJoiningLetter(next) && CodePoint.treatment(of: next) != .mark:
      if !cells.isEmpty { cells[cells.count - 1].add(mark: CodePoint.zeroWidthNonJoiner) }
    default:
      hiddenCount += 1
    }
    return false
  }

  /// Whether the last character that takes room is an emoji.
  private var lastIsEmoji: Bool {
    CodePoint.isEmoji(cells.last { $0.width > 0 }?.base ?? " ")
  }

  private mutating func put(_ scalar: Unicode.Scalar, width: UInt8, at offset: Int) {
    cells.append(TextCell(base: scalar, width: width, source: offset))
    column += Int(width)
    remaining = max(0, remaining - 1)
  }

  private mutating func put(mark: Unicode.Scalar, at offset: Int) {
    if cells.isEmpty { put(CodePoint.dottedCircle, width: 1, at: offset) }
    cells[cells.count - 1].add(mark: mark)
    remaining = max(0, remaining - 1)
  }

  private mutating func putTab(at offset: Int) {
    let count = form == .block ? 4 - column % 4 : 1
    for _ in 0..<count { put(" ", width: 1, at: offset) }
  }

  private mutating func putLineBreak(at offset: Int, length: Int) {
    guard form == .block else { return put(" ", width: 1, at: offset) }
    endLine(at: offset)
    lineStart = offset + length
    remaining = max(0, remaining - 1)
  }

  private mutating func hide() {
    hiddenCount += 1
  }

  /// Makes a hidden character visible: a control by its symbol, everything else by its number.
  private mutating func show(_ scalar: Unicode.Scalar, at offset: Int) {
    if let symbol = CodePoint.controlPicture(scalar) {
      return put(symbol, width: 1, at: offset)
    }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let padding = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
    for character in "<U+\(padding)\(digits)>".unicodeScalars {
      put(character, width: 1, at: offset)
    }
    hiddenCount += 1
  }

  private mutating func endLine(at offset: Int) {
    lines.append(
      SafeText(
        cells: cells, source: lineStart..<max(lineStart, offset), hiddenCount: hiddenCount))
    cells = []
    column = 0
    hiddenCount = 0
  }
}
