import Glibc
import ListModel
import ListPublishing
import PublicationFolder
import UserFiles

/// A record, in the cache directory, of the inputs that a folder was last published from.
///
/// Output of the same lists, options and version need not be generated again. The record may be
/// deleted at any time, and is valid only for a folder whose manifest is the one that the recorded
/// run left, together with the fingerprints of the files themselves.
///
/// Its lines are hexadecimal numbers: a hash of all inputs, the state of the folder, and a
/// fingerprint for each part of the publication.
struct PublishedInputs {
  /// The path of the record; nil if there is no place for it.
  private let path: String?
  private let all: UInt64
  private var noted: [UInt64] = []

  /// Reads the record of a folder, if there is one.
  init(of folder: String, _ catalog: Catalog, options: PublicationOptions, filter: String) {
    var words = ContentHash()
    words.combine(catalog.image.bytes)
    let texts = [
      options.title, options.address ?? "\u{1}", options.format.rawValue, "\(options.hasFeeds)",
      "\(options.feedLimit)", "\(options.today)", options.version, filter,
    ]
    for text in texts + options.lists.map({ "\($0.number)" }) { words.combine(text) }
    all = words.value
    path = PublishedInputs.note(of: folder)
    guard let path,
      let bytes = try? FileBytes.bytes(of: open(path, O_RDONLY | O_CLOEXEC), limit: 16 << 20)
    else { return }
    noted = bytes.split(separator: UInt8(ascii: "\n")).compactMap {
      UInt64(String(decoding: $0, as: UTF8.self), radix: 16)
    }
  }

  private static func note(of folder: String) -> String? {
    let place = realpath(folder, nil)
    defer { free(place) }
    guard let place, let cache = try? directories().cache else { return nil }
    var name = ContentHash()
    name.combine(UnsafeRawBufferPointer(start: place, count: strlen(place)))
    return cache + "/published/" + String(name.value, radix: 16)
  }

  /// Returns the fingerprints of the parts in the folder, given its state.
  func parts(in state: UInt64) -> Set<UInt64> {
    noted.count > 1 && noted[1] == state ? Set(noted[2...]) : []
  }

  /// Returns whether the whole folder, given its state, was published from the same inputs.
  func areSame(in state: UInt64) -> Bool {
    noted.count > 1 && noted[0] == all && noted[1] == state
  }

  /// Records the inputs of a folder; a record that cannot be written costs only time.
  func remember(_ publisher: FolderPublisher) {
    guard let path else { return }
    makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
    let lines = ([all, publisher.state] + publisher.parts.sorted()).map {
      String($0, radix: 16) + "\n"
    }
    try? ExportFile(path: path, replaces: true).write(Array(lines.joined().utf8))
  }
}

extension FolderPublisher {
  /// Publishes into the folder, for `awl publish` and `:publish`; unchanged parts are only
  /// compared.
  ///
  /// - Parameters:
  ///   - filter: the query of the published entries, if any.
  ///   - notice: called with the reason if a list is omitted.
  mutating func publish(
    _ catalog: Catalog, _ options: PublicationOptions, filter: String = "", into folder: String,
    notice: (String) -> Void, progress: @escaping @Sendable (_ percent: Int) -> Void = { _ in }
  ) throws(FolderError) -> PublishingOutcome {
    let inputs = PublishedInputs(of: folder, catalog, options: options, filter: filter)
    if inputs.areSame(in: state), let outcome = try outcomeIfUntouched() { return outcome }
    let publication = Publication(of: catalog, options: options)
    for words in publication.notices { notice(words) }
    let outcome = try publish(
      publication, current: inputs.parts(in: state), progress: progress)
    if !isDryRun { inputs.remember(self) }
    return outcome
  }
}
