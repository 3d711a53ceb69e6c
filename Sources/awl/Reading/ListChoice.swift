import ArgumentParser
import GitProcess
import ListModel

/// Returns the lists named on a command line, in catalog order; all if none is named.
func chosenLists(_ names: [String], in catalog: Catalog) throws -> [ListIndex] {
  guard !names.isEmpty else { return (0..<catalog.listCount).map { ListIndex($0) } }
  return Set(try names.map { try catalog.list(named: $0) }).sorted { $0.number < $1.number }
}

/// Returns the entries that a filter finds, in these lists or in all; nil for an empty filter,
/// which finds all entries.
func matchingEntries(
  _ filter: String, in catalog: Catalog, lists: [ListIndex]? = nil
) throws -> Set<EntryIndex>? {
  guard !filter.isEmpty else { return nil }
  let listing = EntryListing(
    catalog: catalog, filter: filter, lists: lists.map { Set($0) }, limit: nil, format: .plain)
  return Set(try listing.matches())
}

/// Refuses a URL for published files that would reveal a user name or password.
func requirePublicAddress(_ url: String?) throws {
  guard let url, GitSource.withoutPasswords(in: url) != url else { return }
  throw ValidationError(
    "--url has a user name before its host, which everyone could see: leave it out")
}
