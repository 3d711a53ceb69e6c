import ArgumentParser
import Glibc

/// `awl widget SHELL`: prints a key binding that inserts a picked link into the command line.
struct PrintWidget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "widget",
    abstract: "Print a shell key binding that picks entries into the command line.",
    discussion: """
      C-g, or the given key, opens awl pick and inserts the quoted URLs of the picked entries at \
      the cursor. In the shell's start-up file:

        eval "$(awl widget bash)"
        eval "$(awl widget zsh)"
        awl widget fish | source
      """)

  @Argument(help: "bash, zsh or fish.")
  var shell: Shell

  @Option(help: ArgumentHelp("A control key: C-a to C-z.", valueName: "key"))
  var key = "C-g"

  func validate() throws {
    guard letter != nil else {
      throw ValidationError("--key \(key) is not a control key: try C-g")
    }
  }

  func run() throws {
    guard let letter else { return }
    let script =
      switch shell {
      case .bash: Self.bash(letter)
      case .zsh: Self.zsh(letter)
      case .fish: Self.fish(letter)
      }
    awl.print(script, to: STDOUT_FILENO)
  }

  /// The key's letter, in lower case.
  private var letter: Character? {
    let parts = Array(key.lowercased().utf8)
    guard parts.count == 3, parts.starts(with: "c-".utf8),
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(parts[2])
    else { return nil }
    return Character(Unicode.Scalar(parts[2]))
  }

  private static func bash(_ letter: Character) -> String {
    #"""
    # Key binding of awl for bash; `awl widget bash` prints it.
    __awl_widget() {
        local url picked=
        while IFS= read -r url; do
            printf -v url %q "$url"
            picked+="$url "
        done < <(awl pick </dev/tty)
        READLINE_LINE=${READLINE_LINE:0:READLINE_POINT}$picked${READLINE_LINE:READLINE_POINT}
        READLINE_POINT=$((READLINE_POINT + ${#picked}))
    }
    bind -m emacs-standard -x '"\C-\#(letter)": __awl_widget'
    bind -m vi-command -x '"\C-\#(letter)": __awl_widget'
    bind -m vi-insert -x '"\C-\#(letter)": __awl_widget'

    """#
  }

  private static func zsh(_ letter: Character) -> String {
    #"""
    # Key binding of awl for zsh; `awl widget zsh` prints it.
    __awl_widget() {
        local url picked=
        for url in "${(@f)$(awl pick </dev/tty)}"; do
            [[ -n $url ]] && picked+="${(q)url} "
        done
        LBUFFER+=$picked
        zle reset-prompt
    }
    zle -N __awl_widget
    bindkey -M emacs '^\#(letter.uppercased())' __awl_widget
    bindkey -M vicmd '^\#(letter.uppercased())' __awl_widget
    bindkey -M viins '^\#(letter.uppercased())' __awl_widget

    """#
  }

  private static func fish(_ letter: Character) -> String {
    #"""
    # Key binding of awl for fish; `awl widget fish` prints it.
    function __awl_widget
        for url in (awl pick </dev/tty)
            commandline -i -- (string escape -- $url)' '
        end
        commandline -f repaint
    end
    bind \c\#(letter) __awl_widget
    bind -M insert \c\#(letter) __awl_widget

    """#
  }
}
