/// A file's new content, and what becomes of the old one.
public struct Revision: Sendable {
  /// The new content, whole.
  public var bytes: [UInt8]
  /// Whether the new content is worth the day's backup.
  public var backsUp: Bool
  /// Whether items may be gone from the new content that the user has not removed.
  var mayLose = false
  /// Contents to put beside the file before it is replaced, by what their names end with:
  /// `.NAME.before-restore`.
  public var copies: [String: [UInt8]] = [:]
  /// The parts of the old content that could not be read, mostly lines.
  ///
  /// If there are any, the old content is set aside whole, unless the last such copy has all of
  /// them already.
  public var damage: [ArraySlice<UInt8>]

  /// New content; the old one was sound unless `damage` says otherwise.
  public init(_ bytes: [UInt8], backsUp: Bool = true, damage: [ArraySlice<UInt8>] = []) {
    self.bytes = bytes
    self.backsUp = backsUp
    self.damage = damage
  }
}
