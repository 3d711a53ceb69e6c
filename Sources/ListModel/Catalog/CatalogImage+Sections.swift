extension CatalogImage {
  /// An image of these sections alone, in memory of its own.
  public convenience init(_ sections: [(section: CatalogSection, bytes: [UInt8])]) {
    var writer = CatalogImageWriter()
    for (section, bytes) in sections { writer.add(section, bytes) }
    self.init(copying: writer.image())
  }

  /// The bytes of an image with more sections; those that are there already are replaced.
  public func adding(_ sections: [(section: CatalogSection, bytes: [UInt8])]) -> [UInt8] {
    var writer = CatalogImageWriter()
    for section in CatalogSection.allCases
    where !sections.contains(where: { $0.section == section }) {
      let bytes = self.section(section)
      if !bytes.isEmpty { writer.add(section, Array(bytes)) }
    }
    for (section, bytes) in sections { writer.add(section, bytes) }
    return writer.image()
  }
}
