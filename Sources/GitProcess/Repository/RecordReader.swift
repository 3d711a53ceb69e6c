/// Reads git's `-z` output, record by record.
final class RecordReader {
  /// The rest of a longer record is dropped: a subject may have megabytes.
  private static let recordLimit = 8 << 10

  private let run: GitRun
  private var buffer = [UInt8](repeating: 0, count: 64 << 10)
  private var start = 0
  private var end = 0

  init(_ run: GitRun) {
    self.run = run
    run.closeInput()
  }

  /// Returns the next record, without the NUL that ends it; nil at the end.
  func next() throws(GitError) -> [UInt8]? {
    var record: [UInt8] = []
    while true {
      if let stop = buffer[start..<end].firstIndex(of: 0) {
        append(buffer[start..<stop], to: &record)
        start = stop + 1
        return record
      }
      append(buffer[start..<end], to: &record)
      start = 0
      end = try fill()
      if end == 0 { return record.isEmpty ? nil : record }
    }
  }

  /// Waits for git to exit; throws the error, if any.
  func finish() throws(GitError) { try run.finish() }

  private func append(_ part: ArraySlice<UInt8>, to record: inout [UInt8]) {
    record += part.prefix(RecordReader.recordLimit - record.count)
  }

  private func fill() throws(GitError) -> Int { try run.read(into: &buffer, from: 0) }
}

extension GitRun {
  /// Fills an array from an index with the available output; returns 0 at the end.
  func read(into array: inout [UInt8], from index: Int) throws(GitError) -> Int {
    let result: Result<Int, GitError> = array.withUnsafeMutableBytes { bytes in
      do throws(GitError) {
        return .success(try read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[index...])))
      } catch { return .failure(error) }
    }
    return try result.get()
  }
}
