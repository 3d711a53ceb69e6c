extension Catalog {
  /// Returns a list's prose about a category; nil if there is none.
  ///
  /// Costs a pass over all its prose about categories.
  public func text(of category: CategoryPath, in list: ListIndex) -> String? {
    var key: [UInt8] = []
    appendUnits(category.headings, to: &key)
    key.append(Separator.group)
    let record = listCategoryTexts.bytes(at: list.number).split(separator: Separator.record)
      .first { $0.starts(with: key) }
    return record.map { String(decoding: $0.dropFirst(key.count), as: UTF8.self) }
  }

  /// Returns a list's prose about its categories, in its order.
  func categoryTexts(of list: ListIndex) -> [CategoryText] {
    listCategoryTexts.bytes(at: list.number).split(separator: Separator.record).compactMap {
      guard let end = $0.firstIndex(of: Separator.group) else { return nil }
      let headings = split(String(decoding: $0[..<end], as: UTF8.self), at: Separator.unit)
      return CategoryText(
        category: CategoryPath(headings),
        text: String(decoding: $0[(end + 1)...], as: UTF8.self))
    }
  }
}

/// Appends a list's prose about its categories: records of headings and text.
func appendCategoryTexts(_ texts: [CategoryText], to bytes: inout [UInt8]) {
  for (index, text) in texts.enumerated() {
    if index > 0 { bytes.append(Separator.record) }
    appendUnits(text.category.headings, to: &bytes)
    bytes.append(Separator.group)
    appendUnits([text.text], to: &bytes)
  }
}
