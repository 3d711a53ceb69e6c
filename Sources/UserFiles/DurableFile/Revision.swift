/// A file's new content, and how to preserve the old one.
public struct Revision: Sendable {
  /// The new content, whole.
  public var bytes: [UInt8]
  /// Whether the new content should be backed up.
  public var backsUp: Bool
  /// Whether the new content may lack items that the user has not removed.
  var mayLose = false
  /// Copies to write next to the file before it is replaced, by their suffix:
  /// `.NAME.before-restore`.
  public var copies: [String: [UInt8]] = [:]
  /// The parts of the old content that could not be read, mostly lines.
  ///
  /// If there are any, the old content is copied aside as a whole, unless the last such copy
  /// already has all of them.
  public var damage: [ArraySlice<UInt8>]

  /// New content; the old one was sound unless `damage` says otherwise.
  public init(_ bytes: [UInt8], backsUp: Bool = true, damage: [ArraySlice<UInt8>] = []) {
    self.bytes = bytes
    self.backsUp = backsUp
    self.damage = damage
  }
}
