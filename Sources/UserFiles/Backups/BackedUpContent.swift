/// The items of a file's content that its backups compare: a backup is never replaced by one with
/// less.
public struct BackedUpContent: Sendable {
  /// The word for an item: "bookmark".
  public let noun: String
  /// How the user restores lost items, for the message; the arguments are the file and the backup.
  let wayBack: @Sendable (_ path: String, _ backup: String) -> String
  /// The items of a content, each by the bytes that identify it.
  public let items: @Sendable ([UInt8]) -> BackedUpItems

  /// Creates a kind of file.
  public init(
    noun: String, wayBack: @escaping @Sendable (_ path: String, _ backup: String) -> String,
    items: @escaping @Sendable ([UInt8]) -> BackedUpItems
  ) {
    self.noun = noun
    self.wayBack = wayBack
    self.items = items
  }
}

/// The items in the content of a file.
public struct BackedUpItems: Sendable {
  /// The existing items.
  public var present: Set<[UInt8]>
  /// The items that the content itself records as removed by the user.
  public var removed: Set<[UInt8]>

  /// Creates a content with these items.
  public init(present: Set<[UInt8]>, removed: Set<[UInt8]> = []) {
    self.present = present
    self.removed = removed
  }
}

/// Items of a backup that a file has lost although nobody removed them.
struct BackupLoss {
  let backup: BackupName
  /// How many items the backup has.
  let total: Int
  var missing: Set<[UInt8]>

  /// Whether so much is missing that the file is not to count as the backup's successor.
  var isShrinkage: Bool { missing.count * 10 > total }

  /// Creates the loss from a backup to a later content.
  init(of backup: BackupName, _ kept: [UInt8], in content: [UInt8], _ kind: BackedUpContent) {
    self.backup = backup
    guard !isSame(kept, content) else {
      (total, missing) = (0, [])
      return
    }
    let before = kind.items(kept)
    let after = kind.items(content)
    total = before.present.count
    missing = before.present.subtracting(after.present).subtracting(after.removed)
  }

  /// Returns the notice about the loss.
  func notice(_ place: FileLocation, _ kind: BackedUpContent) -> FileNotice {
    let items = total == 1 ? "\(kind.noun) is" : "\(kind.noun)s are"
    let wayBack = kind.wayBack(place.path, place.path + ".bak-" + backup.description)
    return FileNotice(
      path: place.path,
      what: "\(missing.count) of \(total) \(items) lost: \(wayBack)",
      kind: .loss)
  }
}
