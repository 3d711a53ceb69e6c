/// A feed as all formats have it; the writers turn it into bytes.
public struct Feed {
  /// A URN that never changes.
  var id: String
  var title: String
  var description: String
  /// The page that the feed describes; nil if there is none.
  var home: String?
  /// The URL of the feed; nil if unknown.
  var address: String?
  var items: [FeedItem]

  /// The time of the newest item; 1970-01-01 if there is none, never the current time.
  var updated: FeedTime { items.map(\.updated).max() ?? FeedTime(seconds: 0) }
}

/// An item of a feed.
struct FeedItem {
  /// A URN that never changes.
  var id: String
  /// Text of a list, unescaped.
  var title: String
  /// An absolute URI; nil without a link.
  var link: String?
  var published: FeedTime
  var updated: FeedTime
  var author: String
  /// HTML whose texts are escaped.
  var content: [UInt8]
}

/// The program that generated a feed, as named in it.
public struct FeedGenerator: Sendable {
  let version: String

  /// awl of a version.
  public init(version: String) { self.version = version }
}
