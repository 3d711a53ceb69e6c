extension CatalogImage {
  /// Creates an image of only these sections, in its own memory.
  public convenience init(_ sections: [SectionContent]) {
    var writer = CatalogImageWriter()
    for (section, pieces) in sections { writer.add(section, pieces) }
    self.init(copying: writer.image())
  }

  /// Returns the bytes of an image with additional sections; existing ones are replaced, and
  /// original texts are dropped if their folded form and casing are added.
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
