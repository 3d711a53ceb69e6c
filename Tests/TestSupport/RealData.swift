import Foundation

/// The folder of real pages and histories that tests run against, named by AWL_DATA.
///
/// Tests that need it carry `.enabled(if: RealData.isThere, RealData.comment)`, so that a run
/// without it says what was skipped.
public enum RealData {
  public static let folder: String? = ProcessInfo.processInfo.environment["AWL_DATA"]
  public static var isThere: Bool { folder != nil }
  public static let reason = "skipped: AWL_DATA does not name the folder of real pages"

  /// A file or folder below AWL_DATA.
  public static func path(_ name: String) -> String { (folder ?? "") + "/" + name }
}
