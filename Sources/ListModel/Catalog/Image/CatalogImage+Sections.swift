extension CatalogImage {
  /// Creates an image of these sections alone, in memory of its own.
  public convenience init(_ sections: [SectionContent]) {
    var writer = CatalogImageWriter()
    for (section, pieces) in sections { writer.add(section, pieces) }
    self.init(copying: writer.image())
  }

  /// Returns the bytes of an image with more sections; those that are there already are replaced,
  /// and texts of which the folded ones and their casing are added.
  public func adding(_ sections: [SectionContent]) -> [UInt8] {
    var writer = CatalogImageWriter()
    func isAdded(_ section: CatalogSection) -> Bool { sections.contains { $0.section == section } }
    for section in CatalogSection.allCases where !isAdded(section) {
      if let parts = section.foldedParts, isAdded(parts.casing) { continue }
      let bytes = self.section(section)
      if bytes.baseAddress != nil { writer.add(section, [.mapped(bytes)]) }
    }
    for (section, pieces) in sections { writer.add(section, pieces) }
    defer { withExtendedLifetime(self) {} }
    return writer.image()
  }
}
