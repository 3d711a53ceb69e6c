import BrowserViews
import BuiltInList
import ConfigurationFile
import UserFiles

/// Finds and reads themes: the user's own in `themes/` of the configuration directory, and those
/// that are compiled in.
enum ThemeLoading {
  /// Returns the names of all themes but the default one, in alphabetical order.
  ///
  /// Costs one failed call where the user has no themes.
  static func names(_ directories: Directories) -> [String] {
    (Set(builtInThemeNames).union(ownNames(directories))).sorted()
  }

  /// Returns a theme by its name; nil for the default one and for one that is not there.
  static func theme(named name: String, _ directories: Directories?) -> Theme? {
    if let directories, ownNames(directories).contains(name),
      let text = try? LoadedConfiguration.text(of: path(of: name, directories))
    {
      return Theme(colors: ThemeFile(text).colors)
    }
    return builtInTheme(name).map { Theme(colors: ThemeFile($0).colors) }
  }

  /// Returns the problems of the user's own themes, each as `PATH:LINE:COLUMN: MESSAGE`.
  static func problems(_ directories: Directories) -> [String] {
    ownNames(directories).flatMap { name in
      let path = path(of: name, directories)
      do throws(UnreadableFile) {
        let text = try LoadedConfiguration.text(of: path) ?? ""
        return ThemeFile(text).issues.map { $0.description(in: path) }
      } catch {
        return ["\(path): \(error.reason)"]
      }
    }
  }

  private static func path(of name: String, _ directories: Directories) -> String {
    directories.config + "/themes/\(name).toml"
  }

  /// Returns the names of the files in the folder that end in `.toml`.
  private static func ownNames(_ directories: Directories) -> [String] {
    fileNames(in: directories.config + "/themes").prefix(1_000).compactMap { name in
      guard name.utf8.count > 5, name.utf8.suffix(5).elementsEqual(".toml".utf8),
        name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      else { return nil }
      return String(name.dropLast(5))
    }
  }
}
