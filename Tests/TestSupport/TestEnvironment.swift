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

/// Whether tests are to run at their full length (AWL_SOAK=1), rather than at the one that keeps
/// a usual run short.
public let isSoak = ProcessInfo.processInfo.environment["AWL_SOAK"] != nil

/// The seed of what a test leaves to chance: the same one in each usual run, and another one in each
/// soak.
///
/// What fails has to say which it was.
public func seed(_ usual: UInt64) -> UInt64 {
  isSoak ? UInt64.random(in: 0...UInt64.max) : usual
}

/// How often to do something: `usual` times in a usual run, `soak` times in a soak.
public func rounds(_ usual: Int, soak: Int) -> Int {
  if !isSoak { print("reduced: \(usual) of \(soak) rounds; AWL_SOAK=1 runs them all") }
  return isSoak ? soak : usual
}
