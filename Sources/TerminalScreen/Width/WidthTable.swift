/// The columns that a character takes: the table of glibc 2.36 (Unicode 14.0) at the time of
/// writing.
///
/// It is a copy because wcwidth needs a locale, and because drawing must not depend on the
/// machine's. The runs are printed by Tests/Tools/width-table and a test compares them with the
/// machine's own. Code points of later Unicode versions count as unassigned: terminals that do not
/// know them draw them in unpredictable widths.
enum WidthTable {
  /// Returns 0 for a combining mark, 1, 2, or -1 for an unassigned or invalid code point.
  static func columns(of value: UInt32) -> Int {
    // The last run that begins at or before the value.
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle] >> 2 <= value { low = middle } else { high = middle }
    }
    let code = runs[low] & 3
    return code == 3 ? -1 : Int(code)
  }
}
