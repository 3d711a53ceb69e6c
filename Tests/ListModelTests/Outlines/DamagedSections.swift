import ListModel
import TestSupport

/// Calls back with 2,000 copies of a catalog, in each of which a byte of a section differs and the
/// section may be a little shorter.
func forEachDamaged(
  _ section: SectionContent, of catalog: Catalog, seed: UInt64, _ body: (Catalog) -> Void
) {
  var whole: [UInt8] = []
  for piece in section.pieces { piece.withBytes { whole += $0 } }
  var random = SeededGenerator(seed: seed)
  for _ in 0..<2_000 {
    var bytes = whole
    let place = Int.random(in: 0..<bytes.count, using: &random)
    bytes[place] = UInt8.random(in: 0...0xFF, using: &random)
    if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0...8, using: &random)) }
    body(
      Catalog(CatalogImage(copying: catalog.image.adding([(section.section, [.bytes(bytes)])]))))
  }
}
