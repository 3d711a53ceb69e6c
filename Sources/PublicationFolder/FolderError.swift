public import ListPublishing

/// Why a folder could not be published into.
public enum FolderError: Error, Equatable {
  /// A file that awl did not write is in the way.
  case foreign(path: String)
  /// Another awl is writing into the folder.
  case locked
  /// A system call failed for a path below the folder; empty for the folder itself.
  case failed(path: String, code: Int32)
  /// A part of a path is a link, which is not followed.
  case link(path: String)
  /// The manifest is of a later version of awl.
  case newerManifest
  /// The folder contains pages of the other format.
  case otherPages(PageFormat)
}
