import Dispatch
import ListModel
import Synchronization

/// All lists as one catalog.
struct JoinedLists: Sendable {
  /// Everything but the titles, addresses and descriptions.
  let columns: CatalogBuilder
  let texts: ScratchTexts
}

/// A list that is to be joined.
struct PackedList: Sendable {
  let page: ChosenPage
  /// The entries of the page; nil for a source without content yet.
  let columns: [UInt8]?
  /// The site's page of a list that is tracked by its history.
  let published: PublishedPage?

  /// Calls `body` with the list; returns nil if there is none, or it was packed by another awl.
  func withCatalog(_ body: (Catalog) -> Void) -> Void? {
    columns?.withUnsafeBytes { bytes in
      let image = CatalogImage(adopting: bytes) { _ in }
      return image.holdsLists ? body(Catalog(image)) : nil
    }
  }
}

/// Joins lists on two threads, one for their texts, while the database reads the next ones.
final class ListJoiner: Sendable {
  /// Lists are passed on in batches of at least this size, as waking threads up takes time.
  private static let bytesOfBatch = 128 << 10
  /// At most this many batches wait for each thread.
  private static let waiting = 2

  private let columns: Mutex<(builder: CatalogBuilder, room: SizeEstimate)>
  private let texts: Mutex<ScratchTexts>
  private let batch = Mutex<(lists: [PackedList], bytes: Int)>(([], 0))
  private let columnQueue = DispatchQueue(label: "awl.join.columns", qos: .userInitiated)
  private let textQueue = DispatchQueue(label: "awl.join.texts", qos: .userInitiated)
  private let columnRoom = DispatchSemaphore(value: waiting)
  private let textRoom = DispatchSemaphore(value: waiting)

  /// Creates a joiner for lists with this many bytes of columns in total, whose texts are written to
  /// a file.
  init(bytes: Int, textsIn scratch: FileContents) {
    columns = Mutex((CatalogBuilder(), SizeEstimate(bytes: bytes)))
    texts = Mutex(ScratchTexts(scratch, room: bytes))
  }

  /// Adds a list; without entries if it has no columns, or those of another awl.
  func add(_ list: PackedList) {
    let isFull = batch.withLock { batch in
      batch.lists.append(list)
      batch.bytes += list.columns?.count ?? 0
      return batch.bytes >= Self.bytesOfBatch
    }
    if isFull { passOn() }
  }

  func finish() -> JoinedLists {
    passOn()
    columnQueue.sync {}
    textQueue.sync {}
    return JoinedLists(
      columns: columns.withLock { $0.builder }, texts: texts.withLock { $0 })
  }

  private func passOn() {
    let lists = batch.withLock { batch in
      defer { batch = ([], 0) }
      return batch.lists
    }
    columnRoom.wait()
    columnQueue.async { [self] in
      columns.withLock { columns in
        for list in lists {
          columns.room.add(list.columns?.count ?? 0, &columns.builder)
          columns.builder.append(list)
        }
      }
      columnRoom.signal()
    }
    textRoom.wait()
    textQueue.async { [self] in
      texts.withLock { texts in
        for list in lists { _ = list.withCatalog { texts.append(ListIndex(0), of: $0) } }
      }
      textRoom.signal()
    }
  }
}

extension CatalogBuilder {
  fileprivate mutating func append(_ list: PackedList) {
    let page = list.page
    let appended: Void? = list.withCatalog { catalog in
      append(
        ListIndex(0), of: catalog, as: page.list, origin: page.origin, published: list.published,
        storesTexts: false)
    }
    guard appended == nil else { return }
    append(AwesomeList(id: page.list, title: page.list.name), entries: [], origin: page.origin)
  }
}

/// Estimates from the first lists how large the columns of all of them will be.
///
/// Columns that grow step by step are moved each time, and take twice their memory while they are.
private struct SizeEstimate {
  /// How long the columns of all pages are together.
  let bytes: Int
  private var added = 0
  private var isMade = false

  init(bytes: Int) { self.bytes = bytes }

  /// Adds the next list, of this size.
  mutating func add(_ count: Int, _ builder: inout CatalogBuilder) {
    if !isMade, added > bytes / 16 {
      // An eighth more, because lists have texts of different lengths.
      builder.reserve(times: Double(bytes) / Double(added) * 1.125)
      isMade = true
    }
    added += count
  }
}
