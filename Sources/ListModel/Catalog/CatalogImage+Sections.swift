extension CatalogImage {
  /// An image of these sections alone, in memory of its own.
  public convenience init(_ sections: [(section: CatalogSection, pieces: [SectionPiece])]) {
    var writer = CatalogImageWriter()
    for (section, pieces) in sections { writer.add(section, pieces) }
    self.init(copying: writer.image())
  }

  /// The bytes of an image with more sections; those that are there already are replaced.
  public func adding(_ sections: [(section: CatalogSection, pieces: [SectionPiece])]) -> [UInt8] {
    var image: [UInt8] = []
    write(adding: sections) { image.append(contentsOf: $0) }
    return image
  }

  /// Gives the image with more sections piece by piece, in its order, without making it in memory.
  public func write<Failure: Error>(
    adding sections: [(section: CatalogSection, pieces: [SectionPiece])],
    _ emit: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = CatalogImageWriter()
    for section in CatalogSection.allCases
    where !sections.contains(where: { $0.section == section }) {
      let bytes = self.section(section)
      if bytes.baseAddress != nil { writer.add(section, mapped: bytes) }
    }
    for (section, pieces) in sections { writer.add(section, pieces) }
    defer { withExtendedLifetime(self) {} }
    try writer.write(emit)
  }
}
