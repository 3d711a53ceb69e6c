/// The completion script for zsh: a table of the commands, and a function that parses the line.
struct ZshCompletions {
  let root: CommandOutline

  var script: String {
    """
    #compdef awl
    # zsh completion for awl; `awl completions zsh` prints it.

    # Sets what can follow a command: commands and options (NAME:HELP), the options' kinds of values
    # and the arguments' kinds.
    __awl_syntax() {
        commands=() options=() kinds=() arguments=()
        case $1 in
    \(root.tree.map { row($0.path, $0.command) }.joined())\
        esac
    }

    \(Self.functions)
    if [[ $funcstack[1] == _awl ]]; then
        _awl "$@"
    else
        compdef _awl awl
    fi

    """
  }

  private func row(_ path: String, _ command: CommandOutline) -> String {
    let commands = command.subcommands.map { described($0.name, $0.abstract) }
    let options = command.options.flatMap { option in
      option.names.map { described($0, option.abstract) }
    }
    let kinds = command.options.flatMap { option in
      option.names.compactMap { name in
        option.value.map { "\(name) \(quoted(BashCompletions.kind($0)))" }
      }
    }
    var arguments = command.arguments.map { quoted(BashCompletions.kind($0)) }
    if command.repeatsLast { arguments.append("...") }
    return """
          \(quoted(path)))
              commands=(\(commands.joined(separator: " ")))
              options=(\(options.joined(separator: " ")))
              kinds=(\(kinds.joined(separator: " ")))
              arguments=(\(arguments.joined(separator: " "))) ;;

      """
  }

  private func described(_ name: String, _ abstract: String) -> String {
    quoted(name + ":" + abstract.split(separator: "\n").joined(separator: " "))
  }

  private func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  private static let functions = #"""
    # Offers the values of a kind.
    __awl_values() {
        local line
        local -a values shown coloned
        case $1 in
        none) _message 'a value' ;;
        file) _files ;;
        @*)
            for line in "${(@f)$(awl complete ${1#@} -- ${(Q)PREFIX} 2>/dev/null)}"; do
                [[ -n $line ]] || continue
                values+=("${line%%$'\t'*}")
                shown+=("${line/$'\t'/  }")
            done
            ((${#values})) || return 1
            coloned=(${(M)values:#*:})
            if ((${#coloned} == ${#values})); then
                compadd -U -i "$IPREFIX" -V values -l -d shown -S '' -- "${values[@]}"
            else
                compadd -U -i "$IPREFIX" -V values -l -d shown -- "${values[@]}"
            fi
            ;;
        *)
            values=(${(s:|:)1})
            _describe value values
            ;;
        esac
    }

    _awl() {
        local syntax=awl kind= ended= word
        local -i number=0 i
        local -a commands options arguments
        local -A kinds
        __awl_syntax awl
        for ((i = 2; i < CURRENT; i++)); do
            word=${(Q)words[i]}
            if [[ -n $kind ]]; then
                kind=
            elif [[ -z $ended && $word == -- ]]; then
                ended=1
            elif [[ -z $ended && $word == -?* ]]; then
                [[ $word == *=* ]] || kind=$kinds[$word]
            elif ((number == 0)) && [[ -n ${(M)commands:#${word}:*} ]]; then
                syntax+=" $word"
                __awl_syntax $syntax
            else
                ((++number))
            fi
        done
        if [[ -n $kind ]]; then
            __awl_values $kind
        elif [[ -z $ended && $PREFIX == --*=* ]]; then
            kind=$kinds[${PREFIX%%=*}]
            compset -P 1 '*='
            __awl_values ${kind:-none}
        elif [[ -z $ended && $PREFIX == -* ]]; then
            _describe -o option options
        else
            local found=1
            ((number == 0 && ${#commands})) && _describe command commands && found=0
            kind=none
            if [[ ${arguments[-1]} == ... ]]; then
                kind=${arguments[number + 1]}
                [[ -z $kind || $kind == ... ]] && kind=${arguments[-2]}
            elif ((number < ${#arguments})); then
                kind=${arguments[number + 1]}
            fi
            [[ $kind == none && $found == 0 ]] && return 0
            __awl_values $kind || return found
        fi
    }
    """#
}
