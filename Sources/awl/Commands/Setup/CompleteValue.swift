import ArgumentParser
import BuiltInList
import Glibc
import ListLibrary
import ListModel
import UserFiles

/// `awl complete KIND TEXT`: the values that the completion scripts offer.
struct CompleteValue: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete", abstract: "Print values for a shell to complete with.",
    shouldDisplay: false)

  @Argument var kind: String
  @Argument var text = ""

  func run() throws {
    guard let kind = LibraryValues.Kind(rawValue: kind) else { return }
    let snapshot = (try? directories()).map { Library($0).peek() }
    let isEmpty = (snapshot?.catalog.listCount ?? 0) == 0
    let catalog = isEmpty ? try PageSources.builtIn().catalog() : snapshot?.catalog
    guard let catalog else { return }
    let saved = (try? directories()).map {
      SavedFilterFile(path: $0.savedFilters).load().filters.all
    }
    let values = LibraryValues(
      catalog: catalog, follows: snapshot?.follows ?? [], filters: saved ?? []
    )
    .values(kind, typed: text)
    // A tab ends the value and a line end the line, so neither may come from a list.
    let lines = values.map { safeLine($0.text) + "\t" + safeLine($0.detail) + "\n" }
    awl.print(lines.joined(), to: STDOUT_FILENO)
  }
}
