extension Canvas {
  /// The text of each row, without the spaces at its end.
  package var lines: [String] {
    (0..<rows).map { row in
      var text = String.UnicodeScalarView()
      for column in 0..<columns {
        self[row, column].forEachScalar { text.append($0) }
      }
      while text.last == " " { text.removeLast() }
      return String(text)
    }
  }

  /// The styles of each row as letters, `.` for plain, and the legend: `a reverse`, `b bold red`.
  ///
  /// Letters are assigned in order of first appearance from the top left; styles after `Z` are `?`.
  /// Plain cells at a row's end are left out.
  package var styles: (lines: [String], legend: [String]) {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    var found: [Style: Int] = [:]
    var legend: [String] = []
    let lines = (0..<rows).map { row in
      var line = ""
      for column in 0..<columns {
        let style = self[row, column].style
        if style != .plain, found[style] == nil {
          found[style] = found.count
          let letter = found.count <= letters.count ? letters[found.count - 1] : "?"
          legend.append("\(letter) \(style)")
        }
        line.append(found[style].map { $0 < letters.count ? letters[$0] : "?" } ?? ".")
      }
      while line.last == "." { line.removeLast() }
      return line
    }
    return (lines, legend)
  }
}
