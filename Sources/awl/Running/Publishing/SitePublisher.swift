import Browser
import Dispatch
import ListModel
import ListPublishing
import PublicationFolder
import Settings

/// Publishes the library's lists in the background.
struct SitePublisher: Sendable {
  private let queue = DispatchQueue(label: "publish")
  private let report: @Sendable (BrowserReport) -> Void

  /// - Parameter report: called on another thread.
  init(report: @escaping @Sendable (BrowserReport) -> Void) {
    self.report = report
  }

  /// Writes pages and feeds of all lists into a folder, with its previous options or else those of
  /// the settings, and reports the progress.
  func publish(_ catalog: Catalog, into path: String, _ values: SettingValues) {
    let settings: PublishSettings
    do {
      settings = try PublishSettings(values)
    } catch {
      return report(.message(Message(.error, Failure.words(of: error))))
    }
    queue.perform { [report] in
      do throws(FolderError) {
        var publisher = try FolderPublisher(path: expandingHome(path))
        let last = publisher.lastSettings
        let options = PublicationOptions(
          lists: (0..<catalog.listCount).map { ListIndex($0) },
          title: last?.title ?? settings.title, address: last.map(\.address) ?? settings.url,
          format: last?.pages ?? (settings.isHTML ? .html : .markdown), hasFeeds: settings.hasFeeds,
          feedLimit: settings.limit, today: unfinishedDay(of: catalog), version: Awl.version)
        let outcome = try publisher.publish(
          catalog, options, into: expandingHome(path),
          notice: { report(.message(Message(.information, $0))) },
          progress: { percent in
            report(.working(WorkStep(.publishing, done: percent, total: 100, subject: path)))
          })
        report(.working(nil))
        report(.message(Message(.information, "\(path): \(outcome.words)")))
      } catch {
        report(.working(nil))
        report(.message(Message(.error, error.message(in: path))))
      }
    }
  }
}
