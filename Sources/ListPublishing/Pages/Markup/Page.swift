import ListModel

/// A page under construction, as Markdown or HTML.
///
/// A page is a sequence of blocks: headings, paragraphs and lists. A block contains inline content:
/// awl's own texts, texts of a list, links. All texts of a list are escaped here.
struct Page {
  /// The path of the page in a folder of Markdown; links are relative to the file's real location.
  let path: String
  let format: PageFormat
  /// The title of the page in HTML.
  var title = ""
  /// The folder of the page's own feeds; nil if it has none.
  var feedFolder: String?
  /// The content so far.
  var text = ByteText()
  /// The number of the next item of a numbered list; nil in other lists.
  var number: Int?

  init(path: String, format: PageFormat) {
    self.path = path
    self.format = format
  }

  /// Returns the address of another page of the folder, as this one links to it.
  func link(to other: String) -> String {
    let own = Array(format.path(of: path).utf8)
    let target = Array(format.path(of: other).utf8)
    let slash = UInt8(ascii: "/")
    // The end of the last folder that both share.
    var start = 0
    var index = 0
    while index < own.count, index < target.count, own[index] == target[index] {
      index += 1
      if own[index - 1] == slash { start = index }
    }
    let up = own[start...].count { $0 == slash }
    return PagePath.urlPath(
      String(repeating: "../", count: up) + String(decoding: target[start...], as: UTF8.self))
  }
}

extension Page {
  /// Returns the finished page as a file.
  ///
  /// - Parameter base: the URL of the folder, without a trailing slash, if known.
  func file(at base: String?) -> PublishedFile {
    let place = format.path(of: path)
    guard format == .html else { return PublishedFile(path: place, bytes: text.bytes) }
    let address =
      place.hasSuffix("index.html")
      ? format.folder(of: path) : place
    let feeds = feedFolder.map { folder in
      HTMLTemplate.feedTypes.map { ($0.type, link(to: folder + $0.name)) }
    }
    return PublishedFile(
      path: place,
      bytes: HTMLTemplate.page(
        title: title, feeds: feeds ?? [],
        address: base.map { $0 + "/" + PagePath.urlPath(address) }, content: text.bytes))
  }
}

/// A file of the published folder.
public struct PublishedFile: Equatable, Sendable {
  /// Below the folder; its parts are safe as names of files.
  public var path: String
  public var bytes: [UInt8]
}
