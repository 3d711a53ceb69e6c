import CProcessor

/// The texts of some entries of a column, as the list gives them.
///
/// The texts of matches are scattered over the image. Read one after the other, each would wait for
/// memory; here memory is asked for those of a whole batch before the first is copied.
public struct EntryTextBatch {
  private let texts: TextColumn
  private let casing: TextCasing?
  /// The same without retaining it: a thread that does so for each text waits for the others.
  private let sharedCasing: Unmanaged<TextCasing>?
  /// Valid as long as the column is held.
  private var stored: [StoredText] = []

  /// Creates an empty batch of a column.
  public init(of column: EntryTextColumn) {
    (texts, casing) = (column.texts, column.casing)
    sharedCasing = casing.map { .passUnretained($0) }
  }

  /// Replaces the texts by those of other entries; empty for an index that is out of bounds.
  ///
  /// A few dozen entries at a time fit into the processor's first cache.
  public mutating func read(_ entries: ArraySlice<EntryIndex>) {
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
  }

  /// Appends the UTF-8 of a text of the batch, and returns how many bytes it has.
  public func append(_ slot: Int, to output: inout [UInt8]) -> Int {
    let text = stored[slot]
    guard let sharedCasing, text.place >= 0 else {
      output.append(contentsOf: text.bytes)
      return text.bytes.count
    }
    output.append(addingCapacity: text.bytes.count) {
      $0.withUnsafeMutableBufferPointer { memory, count in
        sharedCasing._withUnsafeGuaranteedRef {
          $0.copy(text.bytes, at: text.place, to: UnsafeMutableRawBufferPointer(memory))
        }
        count = text.bytes.count
      }
    }
    return text.bytes.count
  }
}

// Its bytes never change, and live as long as the column that it holds.
extension EntryTextBatch: @unchecked Sendable {}

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
}
