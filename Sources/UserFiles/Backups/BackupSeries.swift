internal import Glibc
import ListModel

/// The backups of a file: `NAME.bak-2026-11-27`, the content after the last save of that day.
///
/// Content that has lost more than a tenth of its items other than by the user, through another
/// program or a damaged disk, does not replace a backup: that backup is held, marked by an empty
/// file `.NAME.held-2026-11-27`, and later saves get a separate backup. While a backup is held,
/// each access to the file reports what is missing, until it is back or the user accepts the loss.
/// Requires the file's lock, except for `losses`.
struct BackupSeries {
  let place: FileLocation
  let kind: BackedUpContent
  private(set) var backups: [BackupName]
  private var held: Set<BackupName>

  /// Creates the series of a file in an open folder.
  init(
    of place: FileLocation, _ kind: BackedUpContent, in folder: borrowing Descriptor
  ) throws(FileError) {
    self.place = place
    self.kind = kind
    func names(_ prefix: String, in folder: borrowing Descriptor) throws(FileError) -> [BackupName]
    {
      try UserFiles.names(in: folder, beginningWith: prefix, path: place.path)
        .compactMap { BackupName($0.utf8.dropFirst(prefix.utf8.count).text) }.sorted()
    }
    backups = try names("\(place.name).bak-", in: folder)
    held = Set(try names(".\(place.name).held-", in: folder)).intersection(backups)
  }

  /// Returns the name of a backup's file.
  func fileName(_ backup: BackupName) -> String { "\(place.name).bak-\(backup)" }

  /// Returns a backup's content; nil if something else has its name, or it is gone.
  func content(
    of backup: BackupName, in folder: borrowing Descriptor
  ) throws(FileError) -> [UInt8]? {
    let file = FileLocation(folder: place.folder, name: fileName(backup))
    do throws(FileError) {
      return try FileSnapshot(of: file, in: folder, atMost: 256 << 20)?.bytes
    } catch {
      switch error {
      case .notAFile, .system(.read, path: _, code: ELOOP): return nil
      default: throw error
      }
    }
  }

  /// Returns the losses of a content against the newest backup and the held ones; the largest
  /// first.
  func losses(
    in content: [UInt8], folder: borrowing Descriptor
  ) throws(FileError) -> [BackupLoss] {
    var losses: [BackupLoss] = []
    for backup in Set(held.union(backups.suffix(1))) {
      guard let kept = try self.content(of: backup, in: folder) else { continue }
      let loss = BackupLoss(of: backup, kept, in: content, kind)
      if loss.isShrinkage { losses.append(loss) }
    }
    return losses.sorted {
      ($0.missing.count, $0.backup) > ($1.missing.count, $1.backup)
    }
  }
}

extension BackupSeries {
  /// Takes the one backup of earlier versions, `NAME.bak`, into the series, by its day.
  mutating func adoptOldBackup(in folder: borrowing Descriptor) throws(FileError) {
    let old = place.name + ".bak"
    var status = stat()
    guard fstatat(folder.number, old, &status, AT_SYMLINK_NOFOLLOW) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return }
    var name = BackupName(day: Day(unixSeconds: status.st_mtim.tv_sec) ?? .earliest)
    while backups.contains(name) { name = name.next }
    let number = folder.number
    let new = fileName(name)
    try call(.backUp, place.path) { renameat(number, old, number, new) }
    backups = (backups + [name]).sorted()
  }

  /// Marks the backups that a shrunken file must not replace.
  mutating func hold(_ losses: [BackupLoss], in folder: borrowing Descriptor) throws(FileError) {
    for loss in losses where !held.contains(loss.backup) {
      _ = try Descriptor(
        at: folder.number, marker(loss.backup), O_WRONLY | O_CREAT | O_NOFOLLOW, mode: 0o600,
        .backUp, path: place.path)
      held.insert(loss.backup)
    }
  }

  /// Makes a content the backup of today, and removes backups that are no longer needed.
  ///
  /// - Parameter isSuccessor: whether the content results from the newest backup by changes of the
  ///   user.
  mutating func keep(
    _ content: [UInt8], _ attributes: FileAttributes, in folder: borrowing Descriptor, today: Day,
    isSuccessor: Bool = true
  ) throws(FileError) {
    let name = try nameForToday(content, today, in: folder, isSuccessor: isSuccessor)
    try copy(content, attributes, as: fileName(name), beside: place, in: folder)
    if !backups.contains(name) { backups = (backups + [name]).sorted() }
    for backup in held {
      let kept = try self.content(of: backup, in: folder)
      let isWhole = kept.map { BackupLoss(of: backup, $0, in: content, kind).missing.isEmpty }
      if isWhole ?? true { release(backup, in: folder) }
    }
    let staying = retained(backups).union(held)
    for backup in backups where !staying.contains(backup) {
      unlinkat(folder.number, fileName(backup), 0)
    }
    backups.removeAll { !staying.contains($0) }
  }

  /// Makes a content the newest backup whatever it has lost, and releases held ones.
  mutating func accept(
    _ content: [UInt8], _ attributes: FileAttributes, in folder: borrowing Descriptor, today: Day
  ) throws(FileError) {
    for backup in held { release(backup, in: folder) }
    var name = BackupName(day: today)
    if let newest = backups.last, newest >= name { name = newest.next }
    try copy(content, attributes, as: fileName(name), beside: place, in: folder)
    backups.append(name)
  }

  /// Today's last backup, or the next one if that must not be replaced.
  private func nameForToday(
    _ content: [UInt8], _ today: Day, in folder: borrowing Descriptor, isSuccessor: Bool
  ) throws(FileError) -> BackupName {
    guard let last = backups.last(where: { $0.day == today }) else {
      return BackupName(day: today)
    }
    if held.contains(last) { return last.next }
    // If a clock was set back, today's last backup is not the newest.
    if isSuccessor, last == backups.last { return last }
    guard let kept = try self.content(of: last, in: folder) else { return last.next }
    return BackupLoss(of: last, kept, in: content, kind).missing.isEmpty ? last : last.next
  }

  private mutating func release(_ backup: BackupName, in folder: borrowing Descriptor) {
    unlinkat(folder.number, marker(backup), 0)
    held.remove(backup)
  }

  private func marker(_ backup: BackupName) -> String { ".\(place.name).held-\(backup)" }
}

extension Sequence<UInt8> {
  fileprivate var text: String { String(decoding: Array(self), as: UTF8.self) }
}
