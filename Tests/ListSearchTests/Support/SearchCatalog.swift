import ListModel

/// A catalog of lists without titles, `o/0` and on, with these entries.
func searchCatalog(_ lists: [[Entry]]) -> Catalog {
  var builder = CatalogBuilder()
  for (number, entries) in lists.enumerated() {
    builder.append(AwesomeList(id: ListID("o/\(number)"), title: ""), entries: entries)
  }
  return builder.catalog()
}
