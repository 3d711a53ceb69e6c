internal import CMarkupReader

/// Receives the tags and texts of an HTML or XML document, in their order.
protocol MarkupHandler: AnyObject {
  /// Handles a start tag; HTML names are lower-cased.
  func start(_ name: String, _ attributes: MarkupAttributes, line: Int)
  func end(_ name: String)
  /// Handles a part of a text.
  func text(_ text: String)
}

/// The attributes of a tag.
struct MarkupAttributes {
  fileprivate let pairs: [(name: String, value: String)]

  /// Returns the value of an attribute, given its lower-case name; nil if it is missing.
  subscript(_ name: String) -> String? { pairs.first { matches($0.name, name) }?.value }

  /// Returns whether an attribute says yes.
  func isTrue(where isWanted: (String) -> Bool) -> Bool {
    pairs.contains { matches($0.value, "true") && isWanted($0.name) }
  }
}

/// The two languages of markup.
enum MarkupLanguage {
  case html
  case xml
}

/// Parses a UTF-8 document and calls the handler; throws if it exceeds the parser's limits, or is
/// XML that is not well-formed.
func readMarkup(
  _ bytes: [UInt8], as language: MarkupLanguage, into handler: any MarkupHandler
) throws(BookmarkFormatError) {
  let receiver = MarkupReceiver(handler)
  let ending = bytes.withUnsafeBytes { buffer in
    var events = markup_events(
      context: Unmanaged.passUnretained(receiver).toOpaque(),
      start: { context, name, attributes, line in
        markupReceiver(context)?.start(name, attributes, line)
      },
      end: { context, name in markupReceiver(context)?.end(name) },
      text: { context, bytes, length in markupReceiver(context)?.text(bytes, length) })
    return withExtendedLifetime(receiver) {
      markup_read(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count,
        language == .html ? 1 : 0, &events)
    }
  }
  switch ending {
  case markup_whole: return
  case markup_broken: throw .malformed(line: receiver.line, what: "the XML is not well-formed")
  case markup_long_tag: throw .malformed(line: receiver.line, what: "a tag is too long")
  case markup_entities: throw .malformed(line: 0, what: "the file declares entities")
  case markup_too_deep: throw .malformed(line: receiver.line, what: "nested too deeply")
  default: throw .malformed(line: 0, what: "there is not enough memory to read it")
  }
}

private func markupReceiver(_ context: UnsafeMutableRawPointer?) -> MarkupReceiver? {
  context.map { Unmanaged<MarkupReceiver>.fromOpaque($0).takeUnretainedValue() }
}

/// Converts C's callbacks into Swift values.
private final class MarkupReceiver {
  private let handler: any MarkupHandler
  /// The line of the last tag.
  private(set) var line = 0

  init(_ handler: any MarkupHandler) {
    self.handler = handler
  }

  func start(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafePointer<UnsafePointer<CChar>?>?, _ line: Int
  ) {
    guard let name, var next = attributes else { return }
    var pairs: [(name: String, value: String)] = []
    while let attribute = next.pointee {
      pairs.append((String(cString: attribute), next[1].map { String(cString: $0) } ?? ""))
      next += 2
    }
    self.line = line
    handler.start(String(cString: name), MarkupAttributes(pairs: pairs), line: line)
  }

  func end(_ name: UnsafePointer<CChar>?) {
    if let name { handler.end(String(cString: name)) }
  }

  func text(_ bytes: UnsafePointer<CChar>?, _ length: Int) {
    guard let bytes else { return }
    let buffer = UnsafeRawBufferPointer(start: bytes, count: length)
    handler.text(String(decoding: buffer, as: UTF8.self))
  }
}
