import Spelling

/// Why a term of a query is invalid.
public struct QueryError: Error, Equatable, Sendable {
  /// The range in the query, in bytes of its UTF-8; the caret belongs under the start.
  public let range: Range<Int>
  /// The error and the fix, in a phrase without a full stop.
  public let message: String
  /// A replacement for the range, if something similar is known.
  public let suggestion: String?
}

/// Returns the candidate within an edit distance of two; of several the nearest, then the first.
func nearest(to written: [UInt8], among candidates: [String]) -> String? {
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let bytes = Array(candidate.utf8)
    let distance =
      !written.isEmpty && bytes.starts(with: written) ? 1 : editDistance(written, bytes)
    if distance <= min(2, bytes.count - 1), distance < best?.distance ?? .max {
      best = (candidate, distance)
    }
  }
  return best?.candidate
}
