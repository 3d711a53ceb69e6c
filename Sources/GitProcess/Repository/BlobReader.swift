/// The result of requesting one blob.
public enum BlobContent: Equatable, Sendable {
  /// All its bytes.
  case bytes([UInt8])
  /// It exceeds the limit; the value is its size in bytes.
  case tooLarge(Int)
  /// There is no such object, or it is not a blob.
  case missing
}

/// Reads blobs through one `git cat-file --batch`, in the order in which they are requested.
///
/// Holds one blob in memory. At most `window` requests may be outstanding, so that the two pipes
/// cannot deadlock. Git exits at a damaged object: that one is reported missing, and a new git
/// continues after it.
final class BlobReader {
  /// Requests take at most 65 bytes: 16 kB, a quarter of a pipe's capacity.
  static let window = 256

  private let repository: Repository
  private let cancellation: Cancellation?
  private var run: GitRun
  private let largest: Int
  /// The requests without an answer yet.
  private var open: [ObjectID] = []
  private var firstOpen = 0
  private var restarts = 0

  /// With more damaged objects than this, the rest of the repository is not worth the time.
  private static let restartLimit = 1_000
  private var header = [UInt8](repeating: 0, count: 4 << 10)
  private var start = 0
  private var end = 0

  init(
    _ repository: Repository, largest: Int = 16 << 20, cancellation: Cancellation?
  ) throws(GitError) {
    self.repository = repository
    self.cancellation = cancellation
    run = try repository.start(["cat-file", "--batch"], cancellation: cancellation)
    self.largest = largest
  }

  /// Requests blobs; `next()` then returns them.
  func request(_ ids: [ObjectID]) throws(GitError) {
    open.removeFirst(firstOpen)
    firstOpen = 0
    open += ids
    try send(ids[...])
  }

  private func send(_ ids: ArraySlice<ObjectID>) throws(GitError) {
    var words: [UInt8] = []
    for id in ids {
      words += id.hex.utf8
      words.append(UInt8(ascii: "\n"))
    }
    try run.write(words)
  }

  /// Returns the blob of the oldest outstanding request.
  func next() throws(GitError) -> BlobContent {
    defer { firstOpen += 1 }
    do throws(GitError) {
      return try read()
    } catch .damaged where restarts < BlobReader.restartLimit && firstOpen < open.count {
      restarts += 1
      (start, end) = (0, 0)
      run = try repository.start(["cat-file", "--batch"], cancellation: cancellation)
      try send(open[(firstOpen + 1)...])
      return .missing
    }
  }

  private func read() throws(GitError) -> BlobContent {
    let words = try line().split(separator: 0x20)
    guard words.count == 3, let size = Int(String(decoding: words[2], as: UTF8.self)), size >= 0
    else { return .missing }
    // Skipping is quick, but a blob may be crafted to be endless.
    guard size / 64 <= largest else {
      throw .tooLarge(what: "bytes in one file", found: size, limit: 64 * largest)
    }
    guard size <= largest, words[1].elementsEqual("blob".utf8) else {
      try skip(size + 1)
      return words[1].elementsEqual("blob".utf8) ? .tooLarge(size) : .missing
    }
    let bytes = try content(size)
    try skip(1)
    return .bytes(bytes)
  }

  /// Ends git after all was read.
  func finish() throws(GitError) { try run.finish() }
}

extension BlobReader {
  private func line() throws(GitError) -> [UInt8] {
    var line: [UInt8] = []
    while true {
      if let stop = header[start..<end].firstIndex(of: UInt8(ascii: "\n")) {
        line += header[start..<stop]
        start = stop + 1
        return line
      }
      line += header[start..<end]
      try fill()
      guard line.count < header.count else { throw .damaged("cat-file gave no header") }
    }
  }

  private func content(_ size: Int) throws(GitError) -> [UInt8] {
    let ready = min(size, end - start)
    var failure: GitError?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      header[start..<(start + ready)].withUnsafeBytes { ready in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: ready)
      }
      count = ready
      do throws(GitError) {
        while count < size {
          let rest = UnsafeMutableRawBufferPointer(
            UnsafeMutableBufferPointer(rebasing: buffer[count..<size]))
          let more = try run.read(into: rest)
          guard more > 0 else { throw endedEarly() }
          count += more
        }
      } catch { failure = error }
    }
    start += ready
    if let failure { throw failure }
    return bytes
  }

  private func skip(_ count: Int) throws(GitError) {
    var left = count
    while left > 0 {
      if start == end { try fill() }
      let step = min(left, end - start)
      start += step
      left -= step
    }
  }

  private func fill() throws(GitError) {
    start = 0
    end = 0
    end = try run.read(into: &header, from: 0)
    guard end > 0 else { throw endedEarly() }
  }

  /// Prefer git's own error: it may have exited before it answered.
  private func endedEarly() -> GitError {
    do throws(GitError) { try run.finish() } catch { return error }
    return .damaged("cat-file ended early")
  }
}

extension Repository {
  /// Reads blobs one by one, in the order given; `body` gets the index of each.
  ///
  /// One git serves them all, and one blob at a time is in memory; those over `largest` bytes are
  /// skipped. An error from `body` stops the reading.
  public func readBlobs(
    _ ids: [ObjectID], largest: Int = 16 << 20, cancellation: Cancellation? = nil,
    body: (_ number: Int, _ content: BlobContent) throws -> Void
  ) throws {
    guard !ids.isEmpty else { return }
    let reader = try BlobReader(self, largest: largest, cancellation: cancellation)
    var requested = 0
    for number in ids.indices {
      // Half a window at a time, which keeps git busy.
      if requested < ids.count, requested - number <= BlobReader.window / 2 {
        let next = min(ids.count, requested + BlobReader.window / 2)
        try reader.request(Array(ids[requested..<next]))
        requested = next
      }
      try body(number, try reader.next())
    }
    try reader.finish()
  }

  /// Returns the content of one file; those over 16 MB are skipped.
  public func blob(_ id: ObjectID) throws(GitError) -> BlobContent {
    let reader = try BlobReader(self, cancellation: nil)
    try reader.request([id])
    return try reader.next()
  }
}
