import Glibc

/// The owner, group and mode of a file.
struct FileAttributes {
  /// Permission bits.
  var mode: mode_t
  var owner: (user: uid_t, group: gid_t)?

  /// Creates the attributes of an existing file; private to the user if there was none.
  init(of snapshot: FileSnapshot?) {
    mode = (snapshot?.status.st_mode ?? 0o600) & 0o7777
    owner = snapshot.map { ($0.status.st_uid, $0.status.st_gid) }
  }
}

/// Creates a new file in an open folder; its bytes are on disk when this returns.
///
/// The name must be free: an existing file, or a planted link, is never followed or overwritten. On
/// failure the file is removed again. A failed fsync is never repeated, because the kernel reports
/// success for the second one (the "fsyncgate" of 2018).
func makeFile(
  _ name: String, in folder: borrowing Descriptor, _ bytes: [UInt8], _ attributes: FileAttributes,
  path: String
) throws(FileError) {
  let descriptor = try Descriptor(
    at: folder.number, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600,
    .create, path: path)
  do {
    try write(bytes, to: descriptor, path)
    try setAttributes(attributes, of: descriptor, path)
    try call(.sync, path) { fsync(descriptor.number) }
    try descriptor.close(path: path)
  } catch {
    unlinkat(folder.number, name, 0)
    throw error
  }
}

private func write(
  _ bytes: [UInt8], to descriptor: borrowing Descriptor, _ path: String
) throws(FileError) {
  var written = 0
  while written < bytes.count {
    let count = try call(.write, path) {
      bytes.withUnsafeBytes { buffer in
        Glibc.write(
          descriptor.number, buffer.baseAddress.map { $0 + written }, buffer.count - written)
      }
    }
    guard count > 0 else { throw .system(.write, path: path, code: ENOSPC) }
    written += count
  }
}

private func setAttributes(
  _ attributes: FileAttributes, of descriptor: borrowing Descriptor, _ path: String
) throws(FileError) {
  // Only root may change the owner; for other users the file keeps theirs, which is harmless. The
  // mode is set last, because a change of owner clears set-id bits.
  if let owner = attributes.owner,
    fchown(descriptor.number, owner.user, owner.group) != 0, errno == EPERM
  {
    _ = fchown(descriptor.number, uid_t.max, owner.group)
  }
  try call(.setMode, path) { fchmod(descriptor.number, attributes.mode) }
}
