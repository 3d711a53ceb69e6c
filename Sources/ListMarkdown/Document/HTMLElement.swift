/// The elements of HTML that say something about how a page reads; all others are skipped.
///
/// Nothing else of HTML has any effect: no script, no style, and no attribute but `href`, `src`,
/// `alt`, `name`, `id` and `open`.
enum HTMLElement: String {
  case a, b, i, em, strong, code, kbd, sub, sup, s, del, strike, img, br
  case p, div, center, pre, hr, h1, h2, h3, h4, h5, h6, blockquote
  case ul, ol, li, dl, dt, dd, table, tr, td, th, caption, details, summary
  case picture, source, script, style, svg, head, title, template, textarea

  /// Creates the element that a tag opens or closes; nil for one without meaning here.
  init?(_ tag: UnsafeBufferPointer<UInt8>) {
    let name = HTMLTag.name(of: tag)
    guard !name.isEmpty, name.count <= 10 else { return nil }
    self.init(rawValue: String(decoding: name, as: UTF8.self))
  }

  /// The style of the text inside.
  var inlineStyle: DocumentStyle? {
    switch self {
    case .b, .strong: .strong
    case .i, .em: .emphasis
    case .code: .code
    case .kbd: .keyboard
    case .sub: .lowered
    case .sup: .raised
    case .s, .del, .strike: .struck
    default: nil
    }
  }

  /// Whether the text inside is hidden.
  var hidesText: Bool {
    switch self {
    case .script, .style, .svg, .head, .title, .template, .textarea: true
    default: false
    }
  }

  /// 1 to 6 for a heading.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }
}
