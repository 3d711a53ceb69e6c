import ListModel

/// The data for the header of a digest's mail.
public struct DigestEnvelope: Sendable {
  /// An `addr-spec` of RFC 5322 in ASCII, as `MailAddress` accepts it.
  public var address: MailAddress
  /// The title of the digest: its name, or its query.
  public var label: String
  /// The time of the message, in seconds since 1970-01-01.
  public var seconds: Int

  /// Creates a message to an address.
  public init(to address: MailAddress, label: String, seconds: Int) {
    self.address = address
    self.label = label
    self.seconds = seconds
  }
}

extension Digest {
  /// Returns the digest as one message (RFC 5322) for `sendmail -t`, with LF as line end.
  ///
  /// The same digest always has the same Message-ID. List ids end in `localhost`, which RFC 2919
  /// reserves for lists without a domain.
  public func mail(_ envelope: DigestEnvelope) -> [UInt8] {
    let body = mailBody()
    let label = envelope.label.publishable
    let name = NameUUID([Array("digest list".utf8), Array(label.utf8)])
    let message = NameUUID([Array("digest mail".utf8), Array(label.utf8), body])
    let address = envelope.address.text
    var head = MailHead()
    head.add("From", "awl <\(address)>")
    head.add("To", address)
    head.add("Date", FeedTime(seconds: envelope.seconds).rfc822)
    head.add("Message-ID", "<\(message.text)@awl.localhost>")
    head.add("List-Id", "awl digest <\(name.text).awl.localhost>")
    head.add("Auto-Submitted", "auto-generated")
    head.add("MIME-Version", "1.0")
    head.add("Content-Type", "text/plain; charset=utf-8")
    head.add("Content-Transfer-Encoding", "quoted-printable")
    head.add(text: "Subject", label.isEmpty ? "awl: \(summary)" : "\(label): \(summary)")
    return head.bytes + [0x0A] + QuotedPrintable.encode(body)
  }

  /// Returns the plain text of the message.
  private func mailBody() -> [UInt8] {
    var text = ByteText()
    for (number, part) in parts.enumerated() {
      let list = catalog.list(part.list)
      text.add(number == 0 ? "" : "\n")
      text.add("\(list.title.publishable) (\(list.id.path.publishable))\n")
      for line in part.lines { text.add(mail: line, of: list, in: self) }
    }
    return text.bytes
  }
}

extension ByteText {
  fileprivate mutating func add(mail line: Digest.Line, of list: AwesomeList, in digest: Digest) {
    switch line {
    case .bulk(let kind, let day, let count):
      add("\n\(day) \(kind.rawValue): \(count) entries in bulk\n")
    case .single(let news):
      let entry = digest.catalog.entry(news.entry, withHistory: false)
      add("\n\(news.day) \(news.kind.rawValue): \(entry.title.publishable)\n")
      if let link = digest.link(of: entry, in: list) { add("  \(link)\n") }
      if !entry.description.isEmpty { add("  \(digest.line(entry.description))\n") }
    }
  }
}
