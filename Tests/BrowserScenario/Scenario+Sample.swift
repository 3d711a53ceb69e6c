package import HeadlessBrowser
package import ListModel
import TerminalEvents

extension Scenario {
  /// A browser on the sample library, on the day that its entries are dated from.
  package init(
    columns: Int = 120, rows: Int = 40, catalog: Catalog = Sample.catalog,
    bookmarks: Bookmarks = Bookmarks(), openerNames: [String] = ["xdg-open", "w3m"]
  ) {
    self.init(
      catalog: catalog, size: Size(columns: columns, rows: rows), today: Sample.today,
      bookmarks: bookmarks, openerNames: openerNames)
  }
}
