import ListModel

/// Handles the backups of a file during a save: checks them before it, and adds one afterwards.
///
/// A failed backup does not stop a save, because it only protects what is already saved; it is
/// reported.
struct BackupWriter {
  private var series: BackupSeries?
  private var losses: [BackupLoss] = []
  private let place: FileLocation
  private(set) var notices: [FileNotice] = []

  /// Checks what the content of a file has lost compared with its backups.
  ///
  /// - Parameter known: the content the caller last saw; it becomes a backup if it was lost and is
  ///   not in one yet.
  init(
    _ kind: BackedUpContent?, of place: FileLocation, in folder: borrowing Descriptor,
    found old: FileSnapshot?, known: [UInt8]?, today: Day
  ) {
    self.place = place
    guard let kind else { return }
    do throws(FileError) {
      var series = try BackupSeries(of: place, kind, in: folder)
      try series.adoptOldBackup(in: folder)
      let content = old?.bytes ?? []
      if let known, known != content {
        try series.keepKnown(known, insteadOf: content, old, in: folder, today: today)
      }
      losses = try series.losses(in: content, folder: folder)
      self.series = series
    } catch {
      report(error)
    }
  }

  /// Returns what is still missing once a new content is in place.
  mutating func lossNotices(after content: [UInt8]) -> [FileNotice] {
    guard let series, var worst = losses.first else { return [] }
    let items = series.kind.items(content)
    worst.missing.subtract(items.present)
    worst.missing.subtract(items.removed)
    return worst.isShrinkage ? [worst.notice(place, series.kind)] : []
  }

  /// Makes the content that was saved today's backup.
  mutating func keep(
    _ revision: Revision, _ attributes: FileAttributes, in folder: borrowing Descriptor, today: Day
  ) {
    guard var series, revision.backsUp else { return }
    do throws(FileError) {
      if revision.mayLose { losses += try series.losses(in: revision.bytes, folder: folder) }
      try series.hold(losses, in: folder)
      try series.keep(revision.bytes, attributes, in: folder, today: today)
    } catch {
      report(error)
    }
  }

  private mutating func report(_ error: FileError) {
    notices.append(
      FileNotice(
        path: place.path, what: "was saved, but not backed up: \(error.what)", kind: .backup))
  }
}

extension BackupSeries {
  /// Backs up the last seen content of a file, if it was lost and is in no backup yet.
  mutating func keepKnown(
    _ known: [UInt8], insteadOf content: [UInt8], _ old: FileSnapshot?,
    in folder: borrowing Descriptor, today: Day
  ) throws(FileError) {
    let name = BackupName(day: today)
    guard BackupLoss(of: name, known, in: content, kind).isShrinkage else { return }
    if let newest = backups.last, let kept = try self.content(of: newest, in: folder),
      BackupLoss(of: name, known, in: kept, kind).missing.isEmpty
    {
      return
    }
    try keep(
      known, FileAttributes(of: old), in: folder, today: today, isSuccessor: false)
  }
}
