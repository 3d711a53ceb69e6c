import Browser
import ListModel
import ListSearch
import UserFiles
import Settings

/// The seen state, and the new entries of a catalog.
struct SeenReading {
  let file: SeenFile
  let seen: Seen
  let new: NewEntries

  /// Reads the file, and warns about problems with it.
  init(for catalog: Catalog) throws {
    let directories = try directories()
    file = SeenFile(path: directories.seen)
    let contents = file.load()
    for notice in contents.notices { warn(notice.description) }
    seen = contents.seen
    let settings = LoadedConfiguration.load(directories).preferences.settings
    new = NewEntries(
      in: catalog, seen: seen, today: Day.today(), firstDays: settings.number(.newDays))
  }

  /// Marks entries of a catalog as seen, one by one; whole lists by their seen point.
  func markSeen(
    _ entries: [EntryIndex], wholeLists: [ListIndex], in catalog: Catalog, at now: Timestamp
  ) throws {
    let ended = Set(wholeLists)
    let marks = entries.compactMap { entry -> EntryMark? in
      let list = catalog.listIndex(of: entry)
      let id = catalog.list(list).id
      let identity = catalog.identity(of: entry)
      let before = seen[id]?.marks[identity]
      // An entry marked as unseen stays new after a visit.
      guard before != nil || !ended.contains(list) else { return nil }
      return EntryMark(
        list: id, entry: identity, mark: SeenMark(seen: now, unseen: before?.unseen))
    }
    let visits = catalog.visits(of: wholeLists, seen: seen, at: now)
    do throws(UserFileError) {
      try file.apply([.mark(marks), .endVisit(visits, at: now)], now: now)
    } catch {
      throw Failure(.cannotWrite, safeLine(error.description))
    }
  }
}
