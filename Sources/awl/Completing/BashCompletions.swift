/// The completion script for bash: a table of the commands, and a function that parses the line.
///
/// It needs only bash 3.2. If `:` and `=` split words (COMP_WORDBREAKS), it joins them again, and
/// returns only the part after them.
struct BashCompletions {
  let root: CommandOutline

  var script: String {
    """
    # bash completion for awl; `awl completions bash` prints it.

    # Sets what can follow a command: commands, options (=KIND for one with a value), arguments.
    __awl_syntax() {
        commands= options= arguments=
        case $1 in
    \(root.tree.map { row($0.path, $0.command) }.joined())\
        esac
    }

    \(Self.functions)
    complete -F __awl awl

    """
  }

  private func row(_ path: String, _ command: CommandOutline) -> String {
    let commands = command.subcommands.map(\.name).joined(separator: " ")
    let options = command.options.flatMap { option in
      option.names.map { name in name + (option.value.map { "=" + Self.kind($0) } ?? "") }
    }
    var arguments = command.arguments.map { Self.kind($0) }
    if command.repeatsLast { arguments.append("...") }
    return """
          '\(path)')
              commands='\(commands)'
              options='\(options.joined(separator: " "))'
              arguments='\(arguments.joined(separator: " "))' ;;

      """
  }

  /// Returns a value's kind as a word of the script.
  static func kind(_ value: CompletedValue) -> String {
    switch value {
    case .none: "none"
    case .file: "file"
    case .words(let words): words.joined(separator: "|")
    case .library(let kind): "@" + kind.rawValue
    }
  }

  private static let functions = #"""
    # Sets words to the line up to the cursor, in the words that the shell would see, and last to
    # what bash takes the word at the cursor to be.
    __awl_words() {
        local rest=${COMP_LINE:0:COMP_POINT} word i
        words=() last=
        for ((i = 0; i <= COMP_CWORD; i++)); do
            word=${COMP_WORDS[i]}
            ((i == COMP_CWORD)) && word=${rest#"${rest%%[![:space:]]*}"}
            if ((i > 0)) && [[ $rest != [[:space:]]* && -n $rest ]]; then
                words[${#words[@]}-1]+=$word
            else
                rest=${rest#"${rest%%[![:space:]]*}"}
                words[${#words[@]}]=$word
            fi
            rest=${rest#"$word"}
            last=$word
        done
        [[ $last == [:=] ]] && last=
    }

    # Sets kind to what the value of an option is.
    __awl_option_kind() {
        local option
        kind=
        for option in $options; do
            [[ $option == "$1="* ]] && kind=${option#*=}
        done
    }

    # Sets kind to what the argument with a number is.
    __awl_argument_kind() {
        local all=($arguments) count
        count=${#all[@]}
        kind=none
        if ((count > 1)) && [[ ${all[count-1]} == ... ]]; then
            ((count--))
            (($1 < count)) && kind=${all[$1]} || kind=${all[count-1]}
        elif (($1 < count)); then
            kind=${all[$1]}
        fi
    }

    # Adds the values of a kind that go on with a text to values.
    __awl_values() {
        local value
        case $1 in
        none) ;;
        file)
            compopt -o filenames 2>/dev/null
            while IFS= read -r value; do values[${#values[@]}]=$value; done < <(compgen -f -- "$2")
            ;;
        @*)
            while IFS=$'\t' read -r value _; do
                values[${#values[@]}]=$value
                [[ $value == *: ]] && compopt -o nospace 2>/dev/null
            done < <(awl complete "${1#@}" -- "$2" 2>/dev/null)
            ;;
        *)
            while IFS= read -r value; do values[${#values[@]}]=$value; done \
                < <(IFS='|'; compgen -W "$1" -- "$2")
            ;;
        esac
    }

    # Turns values into COMPREPLY: spelled as the open quote wants it, without what bash keeps.
    __awl_reply() {
        local quote=$1 kept=$2 value
        for value in "${values[@]}"; do
            case $quote in
            '"')
                value=${value//\\/\\\\} value=${value//\"/\\\"}
                value=${value//\$/\\\$} value=${value//\`/\\\`}
                ;;
            "'") value=${value//\'/\'\\\'\'} ;;
            *) [[ $kind == file ]] || { printf -v value %q "$value"; value=${value//\\:/:}; } ;;
            esac
            COMPREPLY[${#COMPREPLY[@]}]=${value#"$kept"}
        done
    }

    __awl() {
        local words last commands options arguments syntax=awl kind= number=0 ended= i word
        local values=() quote=
        COMPREPLY=()
        __awl_words
        __awl_syntax awl
        for ((i = 1; i < ${#words[@]} - 1; i++)); do
            word=${words[i]}
            if [[ -n $kind ]]; then
                kind=
            elif [[ -z $ended && $word == -- ]]; then
                ended=1
            elif [[ -z $ended && $word == -?* ]]; then
                [[ $word == *=* ]] || __awl_option_kind "$word"
            elif ((number == 0)) && [[ " $commands " == *" $word "* ]]; then
                syntax+=" $word"
                __awl_syntax "$syntax"
            else
                ((number++))
            fi
        done
        word=${words[${#words[@]}-1]}
        if [[ -z $kind && -z $ended && $word == --*=* ]]; then
            __awl_option_kind "${word%%=*}"
            word=${word#*=}
        elif [[ -z $kind && -z $ended && $word == -* ]]; then
            for i in $options; do
                [[ ${i%%=*} == "$word"* ]] && COMPREPLY[${#COMPREPLY[@]}]=${i%%=*}
            done
            return
        elif [[ -z $kind ]]; then
            if ((number == 0)); then
                COMPREPLY=($(compgen -W "$commands" -- "$word"))
                ((${#COMPREPLY[@]})) && return
            fi
            __awl_argument_kind "$number"
        fi
        if [[ $last == [\"\']* ]]; then
            quote=${last:0:1}
            last=${last:1} word=${word/$quote/}
        elif [[ $word == *\\* ]]; then
            word=${word//\\/}
        fi
        __awl_values "$kind" "$word"
        __awl_reply "$quote" "${word%"${last//\\/}"}"
    }
    """#
}
