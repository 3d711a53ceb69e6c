import Settings

/// The settings as documentation: docs/config.md.
package enum ConfigurationReference {
  /// The page in Markdown; `themes` are the names of those that are compiled in.
  package static func markdown(themes: [String]) -> String {
    var text = """
      # Configuration

      awl reads `config.toml` in its configuration directory (`awl config path` prints where that is). Every
      line may be left out. `awl config init` writes the whole file with each setting commented out, `awl
      config check` reports what is wrong in it with line and column, and `awl config show` prints the values in
      force and where each comes from. A line that is wrong never stops awl: the default holds there.

      In the running program `:set NAME VALUE` sets, `:set NAME?` shows, `:set NAME&` goes back to the default,
      and `:reload` reads the file again. What `:set` does lasts until awl ends.

      This page is made from the table of settings; `AWL_RECORD=1 swift test --filter
      ConfigurationReferenceTests` makes it again.

      """
    for group in SettingGroup.allCases {
      text +=
        "\n## \(group.rawValue)\n\n| setting | takes | default | what it does |\n|---|---|---|---|\n"
      for entry in SettingTable.entries where entry.group == group {
        text += "| `\(entry.name)` | \(entry.type.expectation) "
        text += "| `\(ConfigurationTemplate.toml(entry.standard, of: entry))` | \(entry.help) |\n"
      }
    }
    return text + rest(themes.map { "`\($0)`" }.joined(separator: ", "))
  }

  private static func rest(_ themes: String) -> String {
    """

    ## Key bindings

    Keys are bound in tables for each view: `keys.global` for all, and `keys.entries`, `keys.facets`,
    `keys.detail`, `keys.page` and `keys.pick` for one, which come first. A line is a sequence of keys and the
    command that it runs, a list of commands that run one after the other, or `"unbind"`. docs/keys.md has all
    commands and their default keys.

        [keys.global]
        "g n" = "go-new"
        "X" = ["bookmark", "move-down"]
        "Q" = "unbind"

    Keys are written as they are in the help: `j`, `G`, `C-x` with Control, `A-x` with Alt, `S-Tab`, `Space`,
    `Enter`, `Esc`, `PgDn`, `F5`; a sequence has blanks between its keys. What is bound here is always in force: a
    default that begins with the same keys gives way, and a command that is left without any key is reported by
    `awl config check`. A count before the keys is kept: each command of a list gets it. `key-preset` lays the keys
    of another program over the default ones first. Letters of a Cyrillic or Greek layout that are bound to nothing
    act as the key at their place.

    ## Themes

    `theme = "nord"`, or `:theme` and Tab, which shows each theme as it goes through them. The default theme uses the
    terminal's own sixteen colours. Compiled in are \(themes).

    A theme of your own is a file `themes/NAME.toml` in the configuration directory with up to eleven colours:
    `background`, `text`, `faint`, `border`, `accent`, `red`, `green`, `yellow`, `blue`, `magenta` and `cyan`, each as
    `"#rrggbb"`. The nearest of the terminal's 256 colours is shown; a terminal with fewer shows the default theme's.
    A colour that is left out is the default theme's.

    ## Openers

    Each table `[[openers]]` says what opens which links; the first that fits is taken, and `O` shows all that
    there are. Where none fits, `$BROWSER` and the system's opener do.

    | key | takes |
    |---|---|
    | `run` | the program and its arguments; `{url}` is the link, which comes last unless given. No shell is involved |
    | `name` | what `O` calls it; the program's name unless given |
    | `host` | a host or a list of hosts, each with all below it |
    | `scheme` | `http`, `https` or a list |
    | `extension` | what the link's path ends with, without the dot, or a list |
    | `terminal` | `true` for a program that needs the terminal, such as a text browser |

        [[openers]]
        name = "mpv"
        host = ["youtube.com", "youtu.be"]
        run = ["mpv", "{url}"]

    """
  }
}
