import Browser
import JSONLines
import ListModel

/// Why a session file is ignored.
enum SessionFault: Error, Equatable, CustomStringConvertible {
  case unreadable(JSONError)
  case noSession
  case laterVersion

  var description: String {
    switch self {
    case .unreadable(let fault): "not readable (\(fault))"
    case .noSession: "is not a session file of awl"
    case .laterVersion: "was written by a later version of awl"
    }
  }
}

/// A session as a JSON object on one line.
enum SessionDocument {
  private static let format = "awl-session"

  /// Returns the content of a session file.
  static func bytes(of session: Session) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("format", format)
    json.member("version", 1)
    json.member("zoomed", session.isZoomed)
    json.name("places")
    json.beginArray()
    for place in session.places { json.append(place) }
    json.endArray()
    if let page = session.page {
      json.name("page")
      json.append(page)
    }
    json.name("pages")
    json.beginArray()
    let pages = session.pageLines.sorted {
      $0.key.path.utf8.lexicographicallyPrecedes($1.key.path.utf8)
    }
    for (list, line) in pages.prefix(Session.maxPages) {
      json.append(PageLocation(list: list, line: line))
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  /// Reads a session; unknown members are ignored.
  static func read(_ bytes: [UInt8]) throws(SessionFault) -> Session {
    var session = Session()
    var (name, version): (String?, Int?)
    do throws(JSONError) {
      var scanner = JSONScanner(bytes, in: 0..<bytes.count)
      try scanner.object { scanner, member throws(JSONError) in
        switch member.text {
        case "format": name = try scanner.string()
        case "version": version = try scanner.integer()
        case "zoomed": session.isZoomed = try scanner.boolean()
        case "places":
          try scanner.array { scanner throws(JSONError) in
            session.add(try scanner.place())
          }
        case "page": session.page = try scanner.page()
        case "pages":
          try scanner.array { scanner throws(JSONError) in session.add(try scanner.page()) }
        default: try scanner.skip()
        }
      }
      try scanner.end()
    } catch {
      // Members of a newer version may have another type.
      throw isOfLaterVersion(bytes) ? .laterVersion : .unreadable(error)
    }
    guard name == format, let version else { throw .noSession }
    guard version == 1 else { throw .laterVersion }
    return session
  }

  /// Returns whether a file was written by a newer version.
  static func isOfLaterVersion(_ bytes: [UInt8]) -> Bool {
    var (name, version): (String?, Int?)
    var scanner = JSONScanner(bytes, in: 0..<bytes.count)
    try? scanner.object { scanner, member throws(JSONError) in
      switch member.text {
      case "format": name = try scanner.string()
      case "version": version = try scanner.integer()
      default: try scanner.skip()
      }
    }
    return name == format && (version ?? 0) > 1
  }
}

extension Session {
  fileprivate mutating func add(_ place: SavedPlace) {
    if places.count < Place.Kind.allCases.count { places.append(place) }
  }

  fileprivate mutating func add(_ page: PageLocation?) {
    guard let page, pageLines.count < Session.maxPages else { return }
    pageLines[page.list] = page.line
  }
}
