import CProcessor

/// The texts of some entries of a column, copied as the list gives them.
///
/// The texts of matches are scattered over the image. Read one after the other, each would wait for
/// memory; here memory is asked for those of a whole batch before the first is copied.
public struct EntryTextBatch {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var stored: [StoredText] = []

  /// Creates an empty batch.
  public init() {}

  /// Replaces the texts by those of other entries; empty for an index that is out of bounds.
  ///
  /// A few dozen entries at a time fit into the processor's first cache.
  public mutating func read(_ entries: ArraySlice<EntryIndex>, of column: EntryTextColumn) {
    let (texts, casing) = (column.texts, column.casing)
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    stored.removeAll(keepingCapacity: true)
    for entry in entries {
      texts.prefetchRange(at: entry.number)
      casing?.prefetchOther(at: entry.number)
    }
    for entry in entries {
      let text = StoredText(entry.number, of: texts, casing)
      text.prefetch(casing)
      stored.append(text)
    }
    for text in stored {
      text.append(to: &bytes, casing)
      ends.append(bytes.count)
    }
  }

  /// Appends the UTF-8 of a text of the batch, and returns whether there was any.
  public func append(_ slot: Int, to output: inout [UInt8]) -> Bool {
    let start = slot == 0 ? 0 : ends[slot - 1]
    guard start < ends[slot] else { return false }
    bytes.withUnsafeBytes {
      output.append(contentsOf: UnsafeRawBufferPointer(rebasing: $0[start..<ends[slot]]))
    }
    return true
  }
}

/// Where a text is stored.
private struct StoredText {
  let bytes: UnsafeRawBufferPointer
  /// Its place in all folded texts; negative if the bytes are the text as the list gives it.
  let place: Int

  init(_ index: Int, of texts: TextColumn, _ casing: TextCasing?) {
    let range = texts.range(at: index)
    if let text = casing?.otherText(at: index) {
      (bytes, place) = (text, -1)
    } else {
      bytes = UnsafeRawBufferPointer(rebasing: texts.allBytes[range])
      place = casing == nil ? -1 : range.lowerBound
    }
  }

  func prefetch(_ casing: TextCasing?) {
    if place >= 0 { casing?.prefetchCapitals(at: place) }
    guard let start = bytes.baseAddress else { return }
    for index in stride(from: 0, to: bytes.count, by: 64) { cprocessor_prefetch(start + index) }
  }

  func append(to output: inout [UInt8], _ casing: TextCasing?) {
    guard let casing, place >= 0 else { return output.append(contentsOf: bytes) }
    withUnsafeTemporaryAllocation(byteCount: bytes.count, alignment: 1) { text in
      casing.copy(bytes, at: place, to: text)
      output.append(contentsOf: UnsafeRawBufferPointer(text))
    }
  }
}
