import ListModel
import TerminalScreen

extension Catalog {
  /// Returns the list for a name on the command line: `owner/name`, a repository's name, or a
  /// substring that only one list has.
  func list(named name: String) throws -> ListIndex {
    if let exact = index(of: ListID(name)) { return exact }
    let part = name.lowercased()
    var found = (0..<listCount).map { ListIndex($0) }.filter {
      list($0).id.path.lowercased().contains(part)
    }
    let whole = found.filter { list($0).id.path.lowercased().hasSuffix("/" + part) }
    if !whole.isEmpty { found = whole }
    if found.count == 1 { return found[0] }
    guard !found.isEmpty else {
      throw Failure(.usage, "there is no list \(name): awl lists shows all")
    }
    let some = found.prefix(3).map { list($0).id.path }.joined(separator: ", ")
    throw Failure(
      .usage,
      whole.isEmpty
        ? "\(found.count) lists have \(name) in their names, such as \(some): name one"
        : "\(found.count) lists are called \(name), such as \(some): name one with its owner")
  }
}
