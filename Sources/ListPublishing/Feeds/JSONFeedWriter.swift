import JSONLines

extension Feed {
  /// Returns the feed as JSON Feed 1.1, UTF-8, in one line.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("version", "https://jsonfeed.org/version/1.1")
    writer.member("title", title.publishable)
    if let home { writer.member("home_page_url", home) }
    if let address { writer.member("feed_url", address) }
    if !description.isEmpty { writer.member("description", description.publishable) }
    writer.name("items")
    writer.beginArray()
    for item in items {
      writer.beginObject()
      writer.member("id", item.id)
      writer.member("title", item.title.publishable)
      if let link = item.link { writer.member("url", link) }
      writer.member("content_html", String(decoding: item.content, as: UTF8.self))
      writer.member("date_published", item.published.rfc3339)
      writer.member("date_modified", item.updated.rfc3339)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }
}
