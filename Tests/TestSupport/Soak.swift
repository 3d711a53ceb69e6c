import Glibc

/// Whether tests are to run at their full length (AWL_SOAK=1), rather than at the one that keeps
/// a usual run short.
public let isSoak = getenv("AWL_SOAK") != nil

/// How often to do something: `usual` times in a usual run, `soak` times in a soak.
public func rounds(_ usual: Int, soak: Int) -> Int {
  if !isSoak { print("reduced: \(usual) of \(soak) rounds; AWL_SOAK=1 runs them all") }
  return isSoak ? soak : usual
}
