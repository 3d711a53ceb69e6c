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

/// Returns the edit distance of two texts: insertions, deletions, substitutions and transpositions.
///
/// Computes the optimal string alignment distance; takes the product of both lengths, the first of
/// which is cut at 64.
func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  let left = left.prefix(64).map(\.self)
  var twoBack: [Int] = []
  var above = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let substitution = above[column] + (left[row] == right[column] ? 0 : 1)
      var least = min(substitution, above[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        least = min(least, twoBack[column - 1] + 1)
      }
      current.append(least)
    }
    (twoBack, above) = (above, current)
  }
  return above[right.count]
}
