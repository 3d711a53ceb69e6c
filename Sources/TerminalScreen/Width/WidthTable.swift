/// The columns that a character takes: the table of glibc 2.36 (Unicode 14.0) at the time of
/// writing.
///
/// It is a copy because wcwidth needs a locale, and because what is drawn must not depend on the
/// machine's. The runs are printed by Tests/Tools/width-table and a test compares them with the
/// machine's own. What a later Unicode has assigned counts as unassigned here: terminals that do
/// not know it draw it in a width that nobody can foretell.
enum WidthTable {
  /// 0 for a combining mark, 1, 2, or -1 for what is unassigned or no character at all.
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
