import BrowserViews
import Glibc
import ListPublishing
import PublicationFolder

extension PublishingOutcome {
  /// `7,312 files: 41 written, 3 removed, 7,268 unchanged`.
  var words: String {
    "\(grouped(total)) \(total == 1 ? "file" : "files"): \(grouped(written.count)) written, "
      + "\(grouped(removed.count)) removed, \(grouped(unchanged)) unchanged"
  }
}

extension FolderError {
  /// Returns the error and what to do about it, for a folder as the user wrote it.
  func message(in folder: String) -> String {
    let folder = safeLine(folder)
    return switch self {
    case .foreign(let path):
      "\(folder)/\(safeLine(path)) was not written by awl: move it away or publish elsewhere"
    case .locked: "another awl is publishing into \(folder): try again when it is done"
    case .link(let path): "\(folder)/\(safeLine(path)) is a link: awl follows none below \(folder)"
    case .otherPages(let format):
      "\(folder) has pages in \(format == .html ? "HTML" : "Markdown"): publish "
        + (format == .html ? "with --html" : "without --html") + " or into another folder"
    case .newerManifest: "\(folder) was published by a later version of awl: update awl"
    case .failed(let path, let code):
      "cannot write \(folder)\(path.isEmpty ? "" : "/" + safeLine(path)): "
        + String(cString: strerror(code))
    }
  }
}
