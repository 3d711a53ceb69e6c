/// The result of restoring bookmarks from a backup.
public struct BookmarkRestoration: Equatable, Sendable {
  /// The links that were missing and have been restored.
  public var broughtBack: Set<LinkKey> = []
  /// The links of which the backup had a newer version, or missing parts.
  public var completed: Set<LinkKey> = []
  /// How many bookmarks of the backup the user has removed since; they stay removed.
  public var staysRemoved = 0

  /// All links that were changed.
  public var keys: Set<LinkKey> { broughtBack.union(completed) }

  /// Nothing was brought back.
  public init() {}
}

extension Bookmarks {
  /// Adds bookmarks that a backup has and these lack; costs a pass over both.
  ///
  /// Later changes stay: of two versions of a bookmark the last changed one wins, one that was
  /// saved again in the meantime gets the backup's data, and removed ones stay removed, unless
  /// requested.
  public mutating func restore(
    from backup: Bookmarks, includingRemoved: Bool = false
  ) -> BookmarkRestoration {
    var restoration = BookmarkRestoration()
    var records = records
    for saved in backup.live {
      let key = saved.key
      guard let place = place(of: key) else {
        records.append(saved)
        restoration.broughtBack.insert(key)
        continue
      }
      let current = records[place]
      if current.isRemoved {
        if includingRemoved || saved.changed > current.changed {
          records[place].set(.bookmarked(saved.isBookmarked))
          records[place].set(.later(saved.later))
          restoration.broughtBack.insert(key)
        } else {
          restoration.staysRemoved += 1
        }
      } else if !sameBytes(current.id, saved.id) {
        records[place].absorb(saved)
      } else if saved.changed > current.changed {
        records[place] = saved
      }
      if !current.isRemoved, records[place] != current { restoration.completed.insert(key) }
    }
    if !restoration.keys.isEmpty { self = Bookmarks(records) }
    return restoration
  }

  /// Undoes a restoration, and returns the links that were changed.
  ///
  /// Bookmarks that it restored or changed are as before, unless they have changed since.
  public mutating func undoRestoration(from before: Bookmarks, to after: Bookmarks) -> Set<LinkKey>
  {
    var changed: Set<LinkKey> = []
    var gone: Set<LinkKey> = []
    var records = records
    for restored in after.records where before.record(of: restored.key) != restored {
      let key = restored.key
      guard let place = place(of: key) else { continue }
      guard let old = before.record(of: key) else {
        // Deleted completely: a removed one would make the next restoration believe that the user
        // removed it.
        if records[place].fields(otherThanIn: restored).isEmpty { gone.insert(key) }
        continue
      }
      for kind in restored.fields(otherThanIn: old)
      where records[place].field(kind) == restored.field(kind) {
        records[place].set(old.field(kind))
        changed.insert(key)
      }
    }
    records.removeAll { gone.contains($0.key) }
    if !changed.isEmpty || !gone.isEmpty { self = Bookmarks(records) }
    return changed.union(gone)
  }
}
