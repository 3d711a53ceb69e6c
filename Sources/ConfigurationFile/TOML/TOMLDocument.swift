/// A TOML 1.0 document, parsed with the position of each key.
///
/// TOMLKit is not used because it aborts on some invalid texts and does not report the position of
/// a value. Takes one pass; values nest at most 32 deep.
package struct TOMLDocument: Sendable {
  package private(set) var root = TOMLTable()
  /// Why the rest of the text was not parsed; nil if all of it was.
  package private(set) var fault: ConfigurationIssue?

  package init(_ text: String) {
    var reader = TOMLReader(text)
    do {
      var header: [String] = []
      while try reader.skipToStatement() {
        let place = reader.place
        if reader.peek() == "[" {
          header = try readHeader(&reader, place)
        } else {
          let path = try reader.readKeyPath()
          try reader.expect("=")
          var value = try reader.readValue()
          value.place = place
          try insert(value, at: path, below: header)
        }
        try reader.expectEndOfLine()
      }
    } catch {
      fault = error
    }
  }

  private mutating func readHeader(
    _ reader: inout TOMLReader, _ place: TOMLPlace
  ) throws(ConfigurationIssue) -> [String] {
    try reader.expect("[")
    let isArray = reader.peek() == "["
    if isArray { try reader.expect("[") }
    let path = try reader.readKeyPath()
    try reader.expect("]")
    if isArray { try reader.expect("]") }
    try root.open(path[...], isArray: isArray, place)
    return path
  }

  private mutating func insert(
    _ value: TOMLValue, at path: [String], below header: [String]
  ) throws(ConfigurationIssue) {
    try root.update(header[...], value.place) { table throws(ConfigurationIssue) in
      try table.insert(value, at: path[...])
    }
  }
}

extension TOMLTable {
  /// Creates the table of a header and its parents.
  fileprivate mutating func open(
    _ path: ArraySlice<String>, isArray: Bool, _ place: TOMLPlace
  ) throws(ConfigurationIssue) {
    guard let key = path.first else { return }
    let rest = path.dropFirst()
    guard rest.isEmpty else {
      return try update([key], place, making: true) { table throws(ConfigurationIssue) in
        try table.open(rest, isArray: isArray, place)
      }
    }
    var table = TOMLTable()
    table.isNamed = true
    let made = TOMLValue(content: .table(table), place: place)
    switch (self[key]?.content, isArray) {
    case (nil, false): self[key] = made
    case (nil, true): self[key] = TOMLValue(content: .array([made]), place: place)
    case (.array(let elements), true)
    where !elements.isEmpty && elements.allSatisfy({ $0.table?.isNamed == true }):
      self[key]?.content = .array(elements + [made])
    case (.table(var known), false) where known.isOpen && !known.isNamed && !known.isDotted:
      known.isNamed = true
      self[key]?.content = .table(known)
    default: throw ConfigurationIssue(place, "this is not TOML: \(key) is defined twice")
    }
  }

  /// Updates the table at a path; of an array of tables the last one.
  fileprivate mutating func update(
    _ path: ArraySlice<String>, _ place: TOMLPlace, making isMaking: Bool = false,
    _ change: (inout TOMLTable) throws(ConfigurationIssue) -> Void
  ) throws(ConfigurationIssue) {
    guard let key = path.first else { return try change(&self) }
    if self[key] == nil, isMaking {
      self[key] = TOMLValue(content: .table(TOMLTable()), place: place)
    }
    switch self[key]?.content {
    case .table(var table) where table.isOpen:
      try table.update(path.dropFirst(), place, making: isMaking, change)
      self[key]?.content = .table(table)
    case .array(var elements):
      guard var last = elements.last?.table, last.isOpen else { fallthrough }
      try last.update(path.dropFirst(), place, making: isMaking, change)
      elements[elements.count - 1].content = .table(last)
      self[key]?.content = .array(elements)
    default: throw ConfigurationIssue(place, "this is not TOML: \(key) is not a table")
    }
  }

  /// Inserts a value at a dotted key and creates the tables in between.
  mutating func insert(
    _ value: TOMLValue, at path: ArraySlice<String>
  ) throws(ConfigurationIssue) {
    guard let key = path.first else { return }
    guard path.count > 1 else {
      guard self[key] == nil else {
        throw ConfigurationIssue(value.place, "this is not TOML: \(key) is defined twice")
      }
      self[key] = value
      return
    }
    if self[key] == nil {
      var made = TOMLTable()
      made.isDotted = true
      self[key] = TOMLValue(content: .table(made), place: value.place)
    }
    guard case .table(var table) = self[key]?.content, table.isOpen, table.isDotted else {
      throw ConfigurationIssue(value.place, "this is not TOML: \(key) is not a table")
    }
    try table.insert(value, at: path.dropFirst())
    self[key]?.content = .table(table)
  }
}
