public import ListModel

/// The state of one digest: `digests/NAME.jsonl` in the state directory.
///
/// A running digest holds the file's lock until its output is written, so of two runs under one
/// name the second continues where the first ended. After damage to part of the state the next
/// digest repeats the lost part.
public struct DigestFile: Sendable {
  private let file: DurableFile

  /// Creates the file at an absolute path, which need not exist.
  ///
  /// - Parameter patience: how many milliseconds a run waits for another one under the same name.
  public init(path: String, timeout: Int = 10_000) {
    file = DurableFile(path: path, sizeLimit: 64 << 20, timeout: timeout)
  }

  /// Returns whether a name is valid for a digest: up to 64 letters, digits, `.`, `_` and `-`, of
  /// which the first is a letter or digit.
  public static func isName(_ name: String) -> Bool {
    let bytes = name.utf8
    func isPlain(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
    return (1...64).contains(bytes.count) && bytes.first.map(isPlain) == true
      && bytes.allSatisfy { isPlain($0) || "._-".utf8.contains($0) }
  }

  /// Produces a digest under the lock and saves the resulting state.
  ///
  /// `make` is called once with the current state and returns the new one. If it throws, or the
  /// process ends during the call, the state is unchanged.
  public func advance(
    now: Timestamp, _ make: (DigestState) throws -> DigestState
  ) throws {
    var made: Result<DigestState, any Error>?
    do throws(FileError) {
      try file.update(now: now) { bytes in
        // The file may have changed in between; the output was written all the same.
        let result = made ?? outcome(of: DigestState(bytes ?? []), make)
        made = result
        guard case .success(let memory) = result else { return nil }
        return Revision(memory.bytes, backsUp: false)
      }
    } catch {
      throw UserFileError.file(error)
    }
    _ = try made?.get()
  }

  private func outcome(
    of memory: DigestState, _ make: (DigestState) throws -> DigestState
  ) -> Result<DigestState, any Error> {
    if let refusal = memory.foreign?.refusal(path: file.path) { return .failure(refusal) }
    return Result { try make(memory) }
  }
}
