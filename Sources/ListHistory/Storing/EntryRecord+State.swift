import ListModel

extension EntryRecord {
  func write(to writer: inout StateWriter) {
    writer.add(firstKey.bytes)
    writer.add(links) { writer, link in
      writer.add(link.key.bytes)
      writer.add(Int(link.since))
    }
    writer.add(events) { writer, event in
      writer.add(ChangeKind.allCases.firstIndex(of: event.kind) ?? 0)
      writer.add(Int(event.commit))
    }
    writer.add(home != nil)
    if let home {
      writer.add(Int(home.file))
      writer.add(home.category.headings) { writer, heading in writer.add(heading) }
    }
    writer.add(last != nil)
    if let last {
      writer.add(Int(lastFile))
      writer.add(removedOn)
      last.write(to: &writer)
    }
    writer.add(isListed)
  }

  init(from reader: inout StateReader, commits: Int) throws(StateReader.CorruptedState) {
    firstKey = EntryKey(bytes: try reader.text())
    links = try reader.array { reader throws(StateReader.CorruptedState) in
      KnownLink(
        key: EntryKey(bytes: try reader.text()),
        since: Int32(try reader.number(in: 0..<commits)))
    }
    events = try reader.array { reader throws(StateReader.CorruptedState) in
      let kinds = ChangeKind.allCases
      let kind = kinds[try reader.number(in: 0..<kinds.count)]
      return Event(kind: kind, commit: Int32(try reader.number(in: 0..<commits)))
    }
    guard !links.isEmpty, !events.isEmpty else { throw StateReader.CorruptedState() }
    if try reader.flag() {
      home = EntryPlace(
        file: Int32(try reader.number(in: 0..<1_000)),
        category: CategoryPath(
          try reader.array { reader throws(StateReader.CorruptedState) in try reader.string() }))
    }
    if try reader.flag() {
      lastFile = Int32(try reader.number(in: -1_000..<1_000))
      removedOn = try reader.day()
      last = try Entry(from: &reader)
    }
    isListed = try reader.flag()
  }
}

extension CommitNote {
  func write(to writer: inout StateWriter) {
    writer.add(commit)
    writer.add(day)
    writer.add(author)
    writer.add(subject)
    writer.add(isBulk)
    writer.add(time != nil)
    if let time { writer.add(time) }
  }

  init(from reader: inout StateReader) throws(StateReader.CorruptedState) {
    commit = try reader.string()
    day = try reader.day()
    author = try reader.string()
    subject = try reader.string()
    isBulk = try reader.flag()
    time = try reader.flag() ? reader.number() : nil
  }
}

extension Entry {
  func write(to writer: inout StateWriter) {
    writer.add(title)
    writer.add(url != nil)
    if let url { writer.add(url) }
    writer.add(description)
    writer.add(category.headings) { writer, heading in writer.add(heading) }
    writer.add(stars != nil)
    if let stars { writer.add(stars.count) }
    writer.add(marks) { writer, mark in writer.add(mark.symbol) }
    writer.add(links) { writer, link in
      writer.add(link.title)
      writer.add(link.url)
    }
  }

  init(from reader: inout StateReader) throws(StateReader.CorruptedState) {
    let title = try reader.string()
    let url = try reader.flag() ? reader.string() : nil
    self.init(title: title, url: url, description: try reader.string())
    category = CategoryPath(
      try reader.array { reader throws(StateReader.CorruptedState) in try reader.string() })
    stars = try reader.flag() ? Stars(reader.number()) : nil
    marks = try reader.array { reader throws(StateReader.CorruptedState) in
      Mark(try reader.string())
    }
    links = try reader.array { reader throws(StateReader.CorruptedState) in
      Link(title: try reader.string(), url: try reader.string())
    }
  }
}
