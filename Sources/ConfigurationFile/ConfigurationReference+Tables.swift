/// What docs/config.md says beside the settings: tables of keys, themes, openers and commands.
extension ConfigurationReference {
  static let keys = """

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

    """

  static func themes(_ names: String) -> String {
    """

    ## Themes

    `theme = "nord"`, or `:theme` and Tab, which shows each theme as it goes through them. The default theme uses the
    terminal's own sixteen colours. Compiled in are \(names).

    `theme = { dark = "nord", light = "solarized-light" }` takes the one that fits the terminal's background: awl asks
    the terminal for it once at the start, and takes the dark one where there is no answer within 100 ms. After `:set`
    it is written `theme dark=nord light=solarized-light`.

    A theme of your own is a file `themes/NAME.toml` in the configuration directory with up to eleven colours:
    `background`, `text`, `faint`, `border`, `accent`, `red`, `green`, `yellow`, `blue`, `magenta` and `cyan`, each as
    `"#rrggbb"`, as one of 256 numbers, or as one of the names of the terminal's own sixteen colours (`"red"`,
    `"bright-blue"`). A terminal of true colours shows `"#rrggbb"` exactly: one whose `COLORTERM` is `truecolor` or
    `24bit`, or whose description has `RGB` or `Tc`. Another shows the nearest of 256 colours, and one with fewer
    the default theme's. A colour that is left out is the default theme's.

    ## Rules

    The table `[rules]` has a query (docs/filtering.md) on each line, and how the titles of the entries look that
    match it: `fg` and `bg` with a colour as in themes, and `bold`, `dim`, `italic`, `underline` and `reverse`. Where
    several match, a later line goes over those before it. Words of such a query have to stand in the entry; they
    are not looked for misspelt.

        [rules]
        "is:paper" = { fg = "magenta" }
        "stars:>10k" = { fg = "#ffd700", bold = true }

    """
  }

  static let programs = """

    ## Openers

    Each table `[[openers]]` says what opens which links; the first that fits is taken, and `O` shows those that
    fit the link. Where none fits, `$BROWSER` and the system's opener do.

    | key | takes |
    |---|---|
    | `run` | the program and its arguments; `{url}` is the link, which comes last unless given, `{title}` and `{list}` are those of the entry |
    | `name` | what `O` calls it; the program's name unless given |
    | `host` | a host or a list of hosts, each with all below it |
    | `scheme` | `http`, `https` or a list |
    | `extension` | what the link's path ends with, without the dot, or a list |
    | `query` | a query that the entry has to match, such as `"is:paper"` |
    | `terminal` | `true` for a program that needs the terminal, such as a text browser |
    | `ask` | `true` to be asked before it opens a link |

        [[openers]]
        name = "mpv"
        host = ["youtube.com", "youtu.be"]
        run = ["mpv", "{url}"]

    ## Commands of your own

    Each table `[commands.NAME]` is a command that can be bound to keys, typed after `:` and found in the help.

    | key | takes |
    |---|---|
    | `run` | the program and its arguments, with the placeholders below |
    | `mode` | `silent` (the default) runs it in the background, `terminal` in awl's place meanwhile, `output` shows what it writes; `C-c` stops it, a silent one after a question |
    | `help` | what the help says of it |

        [commands.archive]
        run = ["monolith", "-o", "/tmp/page.html", "{url}"]
        mode = "output"

        [keys.entries]
        "g x" = "archive"

    `{url}`, `{title}`, `{list}`, `{category}`, `{description}` and `{date}` stand for parts of the entry; each has to
    be a word of its own. With one of them the command runs for each marked entry, or else for the selected one;
    above `ask-open` entries you are asked. At most 1 MiB of output is kept.

    `|` asks for a command, and sends it the selected entry, or all marked ones, as JSON Lines (as `awl entries
    --format json` prints them) on standard input; its output is shown. With `!` first it has the terminal: `!less`.

    No shell is involved anywhere: words are given to programs as they are, and one that would have a shell read parts
    of an entry is refused. An argument that begins with `-` and comes from a list is refused as well, unless `--` comes
    before it.

    """
}
