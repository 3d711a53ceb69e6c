/// The parts of docs/config.md besides the settings: keys, themes, openers and commands.
extension ConfigurationReference {
  static let keys = """

    ## Key bindings

    Keys are bound per view: `keys.global` applies everywhere, and `keys.entries`, `keys.facets`, `keys.detail`,
    `keys.page` and `keys.pick` apply to one view and take precedence. A line maps a key sequence to a command, to
    a list of commands that run in order, or to `"unbind"`. docs/keys.md lists all commands and their default keys.

        [keys.global]
        "g n" = "go-new"
        "X" = ["bookmark", "move-down"]
        "Q" = "unbind"

    Keys are written as they are in the help: `j`, `G`, `C-x` with Control, `A-x` with Alt, `S-Tab`, `Space`,
    `Enter`, `Esc`, `PgDn`, `F5`; the keys of a sequence are separated by blanks. These bindings override default
    ones that start with the same keys, and `awl config check` reports commands that have no key left. A count
    before the keys is passed to every command of a list. `key-preset` first adds the bindings of another program
    on top of the default ones. Unbound letters of a Cyrillic or Greek layout act as the Latin key in the same
    position.

    """

  static func themes(_ names: String) -> String {
    """

    ## Themes

    Use `theme = "nord"`, or `:theme` and Tab, which previews each theme. The default theme uses the terminal's own
    sixteen colours. The built-in themes are \(names).

    `theme = { dark = "nord", light = "solarized-light" }` chooses by the terminal's background: awl queries the
    terminal once at the start, and uses the dark theme if there is no response within 100 ms (or ESCDELAY, if that is longer). With `:set` this is
    written `theme dark=nord light=solarized-light`.

    A theme of your own is a file `themes/NAME.toml` in the configuration directory with up to eleven colours:
    `background`, `text`, `faint`, `border`, `accent`, `red`, `green`, `yellow`, `blue`, `magenta` and `cyan`, each as
    `"#rrggbb"`, as one of 256 numbers, or as one of the names of the terminal's own sixteen colours (`"red"`,
    `"bright-blue"`). A true-colour terminal, one whose `COLORTERM` is `truecolor` or `24bit` or whose description
    has `RGB` or `Tc`, shows `"#rrggbb"` exactly. Other terminals show the nearest of 256 colours; with fewer
    colours, or where a theme omits a colour, awl uses that of the default theme.

    ## Rules

    Each line of the table `[rules]` maps a query (docs/filtering.md) to the style of the titles of matching entries:
    `fg` and `bg` with a colour as in themes, and `bold`, `dim`, `italic`, `underline` and `reverse`. If several
    rules match, later lines override earlier ones. Words of these queries match exactly, without typos.

        [rules]
        "is:paper" = { fg = "magenta" }
        "stars:>10k" = { fg = "#ffd700", bold = true }

    """
  }

  static let programs = """

    ## Openers

    Each table `[[openers]]` defines a program and the links it opens. The first one that matches a link is used,
    and `O` lists all that match. If none matches, awl uses `$BROWSER` or the system's opener.

    | key | takes |
    |---|---|
    | `run` | the program and its arguments; `{url}` is the link (the last argument if omitted), `{title}` and `{list}` are those of the entry |
    | `name` | its name in the menu of `O`; by default the program's name |
    | `host` | a host or a list of hosts, each including its subdomains |
    | `scheme` | `http`, `https` or a list |
    | `extension` | the extension of the link's path, without the dot, or a list |
    | `query` | a query that the entry must match, such as `"is:paper"` |
    | `terminal` | `true` for a program that needs the terminal, such as a text browser |
    | `ask` | `true` to ask before opening a link |

        [[openers]]
        name = "mpv"
        host = ["youtube.com", "youtu.be"]
        run = ["mpv", "{url}"]

    ## Commands of your own

    Each table `[commands.NAME]` defines a command that can be bound to keys and typed after `:`; the help lists it.

    | key | takes |
    |---|---|
    | `run` | the program and its arguments, with the placeholders below |
    | `mode` | `silent` (the default) runs it in the background, `terminal` gives it the terminal until it exits, `output` shows its output; `C-c` stops it, after a question if it is silent |
    | `help` | its description in the help |

        [commands.archive]
        run = ["monolith", "-o", "/tmp/page.html", "{url}"]
        mode = "output"

        [keys.entries]
        "g x" = "archive"

    `{url}`, `{title}`, `{list}`, `{category}`, `{description}` and `{date}` are replaced by the parts of the entry;
    each must be a separate argument. A command with placeholders runs once for each marked entry, or else for the
    selected one; awl asks first if there are more than `ask-open` entries. At most 1 MiB of output is kept.

    `|` prompts for a command, sends it the selected entry or all marked ones as JSON Lines (in the format of `awl
    entries --format json`) on standard input, and shows its output. A leading `!` gives it the terminal: `!less`.

    No shell is involved: arguments are passed unchanged, and a command that would pass parts of an entry to a shell
    is refused. So is an argument from a list that begins with `-`, unless it comes after `--`.

    """
}
