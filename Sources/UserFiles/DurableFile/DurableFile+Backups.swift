import ListModel

extension DurableFile {
  /// Returns the losses of a content against its backups: one notice, or none.
  func lossNotices(_ content: [UInt8]) -> [FileNotice] {
    guard let backups else { return [] }
    do throws(FileError) {
      let place = try FileLocation(path)
      let folder = try openFolder(place.folder, path: place.path)
      let losses = try BackupSeries(of: place, backups, in: folder)
        .losses(in: content, folder: folder)
      return losses.first.map { [$0.notice(place, backups)] } ?? []
    } catch {
      // Without a folder there are no backups.
      if case .system(.openFolder, path: _, code: _) = error { return [] }
      return [
        FileNotice(
          path: path, what: "its backups cannot be compared: \(error.what)", kind: .backup)
      ]
    }
  }

  /// Makes the last known content of the file a backup, if the file has lost it and no backup has
  /// it.
  ///
  /// If that fails now, the next save reports it.
  func keepBackup(ofKnown known: [UInt8], now: Timestamp) {
    guard let backups else { return }
    do throws(FileError) {
      let place = try FileLocation(path)
      let folder = try openFolder(of: place)
      let lock = try FileLock(of: place, in: folder, timeout: timeout)
      defer { withExtendedLifetime(lock) {} }
      let found = try FileSnapshot(of: place, in: folder, atMost: sizeLimit)
      var series = try BackupSeries(of: place, backups, in: folder)
      try series.keepKnown(
        known, insteadOf: found?.bytes ?? [], found, in: folder, today: now.backupDay)
    } catch {}
  }

  /// Returns the backups of the file, oldest first, with their contents.
  func readBackups() throws(FileError) -> [(name: BackupName, content: [UInt8])] {
    guard let backups else { return [] }
    let place = try FileLocation(path)
    let folder = try openFolder(of: place)
    let series = try BackupSeries(of: place, backups, in: folder)
    var found: [(name: BackupName, content: [UInt8])] = []
    for name in series.backups {
      if let content = try series.content(of: name, in: folder) { found.append((name, content)) }
    }
    return found
  }

  /// Accepts the file's current content, whatever was lost.
  ///
  /// A backup of it becomes the newest, and nothing counts as lost any more. Backups with more
  /// content are retained like any others.
  func acceptLosses(now: Timestamp) throws(FileError) {
    guard let backups else { return }
    let place = try FileLocation(path)
    let folder = try openFolder(of: place)
    let lock = try FileLock(of: place, in: folder, timeout: timeout)
    defer { withExtendedLifetime(lock) {} }
    let snapshot = try FileSnapshot(of: place, in: folder, atMost: sizeLimit)
    var series = try BackupSeries(of: place, backups, in: folder)
    try series.accept(
      snapshot?.bytes ?? [], FileAttributes(of: snapshot), in: folder, today: now.backupDay)
  }
}
