extension Repository {
  /// Removes the clone from the disk; what may not be removed stays.
  public func remove() { Repository.remove(path) }

  /// Removes a clone, or what was left of one, by its folder.
  public static func remove(_ path: String) { FileTree.remove(path) }
}
