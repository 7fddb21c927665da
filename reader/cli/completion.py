"""Completion for shells: `reader --completion SHELL` prints a script that the shell evaluates.

Every word in the scripts is ours, from the commands' parsers; names of files are left to the shell.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias, assert_never

from reader.cli.grammar import GENERAL, Option, Typed

Shell: TypeAlias = Literal["bash", "zsh", "fish"]


def completion(shell: Shell, commands: Sequence[Typed]) -> Iterator[str]:
    """The lines of a script."""
    match shell:
        case "bash":
            return _bash(commands)
        case "zsh":
            return _zsh(commands)
        case "fish":
            return _fish(commands)
        case _:
            assert_never(shell)


def _bash(commands: Sequence[Typed]) -> Iterator[str]:
    """Where nothing is offered, bash completes names of files (`-o default`). Runs on bash 3.2 too."""
    yield '# Completion of reader for bash. In ~/.bashrc: eval "$(reader --completion bash)"'
    yield "_reader() {"
    yield "    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= offered= word"
    # bash takes `--sort=date` for three words.
    yield "    if [[ $current == = ]]; then before=${COMP_WORDS[COMP_CWORD-1]}; current="
    yield "    elif [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi"
    yield "    COMPREPLY=()"
    yield "    (( COMP_CWORD > 1 )) && command=${COMP_WORDS[1]}"
    # Behind `--` everything is a name.
    yield '    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do [[ $word == -- ]] && return; done'
    yield '    case "$command $before" in'
    for command in commands:
        for option in filter(_takes_value, command.options):
            yield f"        {_bash_patterns(command.name, option)}) {_bash_values(option)} ;;"
    for option in filter(_takes_value, GENERAL):
        for name in option.names:
            yield f'        "{name} {name}"|" {name}") {_bash_values(option)} ;;'
    yield "    esac"
    yield '    case "$command" in'
    general = " ".join(name for option in GENERAL for name in option.names)
    yield f'        "") offered="{" ".join(command.name for command in commands)} {general}" ;;'
    for command in commands:
        names = " ".join(name for option in command.options for name in option.names)
        yield f'        {command.name}) [[ $current == -* ]] && offered="{names}" ;;'
    yield "    esac"
    yield '    COMPREPLY=($(compgen -W "$offered" -- "$current"))'
    yield "}"
    yield "complete -o default -o bashdefault -F _reader reader"


def _bash_patterns(command: str, option: Option) -> str:
    return "|".join(f'"{command} {name}"' for name in option.names)


def _bash_values(option: Option) -> str:
    if option.takes_folder:
        return 'compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$current")); return'
    if option.choices:
        return f'COMPREPLY=($(compgen -W "{" ".join(option.choices)}" -- "$current")); return'
    return "return"


def _zsh(commands: Sequence[Typed]) -> Iterator[str]:
    yield "#compdef reader"
    yield '# Completion of reader for zsh. In ~/.zshrc, after compinit: eval "$(reader --completion zsh)"'
    yield "_reader() {"
    yield "  if (( CURRENT == 2 )); then"
    yield "    local -a commands"
    yield "    commands=("
    for command in commands:
        yield f"      {_quoted(f'{command.name}:{command.summary}')}"
    yield "    )"
    yield "    _describe -t commands command commands"
    yield f"    _arguments -S {' '.join(_zsh_options(GENERAL))} '*:path:_files'"
    yield "    return"
    yield "  fi"
    yield "  local command=$words[2]"
    yield "  shift words"
    yield "  (( CURRENT-- ))"
    yield "  case $command in"
    for command in commands:
        rest = "'*:path:_files'" if command.takes_files else "'*: :'"
        yield f"    {command.name}) _arguments -S {' '.join(_zsh_options(command.options))} {rest} ;;"
    yield f"    --completion) _values shell {' '.join(GENERAL[-1].choices)} ;;"
    yield "    *) _files ;;"
    yield "  esac"
    yield "}"
    # Read from a folder of functions the file is the function; evaluated, it has to be told of.
    yield 'if [[ $funcstack[1] == _reader ]]; then _reader "$@"; else compdef _reader reader; fi'


def _zsh_options(options: Sequence[Option]) -> Iterator[str]:
    for option in options:
        told = option.help.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:")
        for name in option.names:
            others = " ".join(option.names)
            yield _quoted(f"({others}){name}[{told}]{_zsh_value(option)}")


def _zsh_value(option: Option) -> str:
    if not option.takes_value:
        return ""
    name = option.metavar.lower()
    if option.choices:
        return f":{name}:({' '.join(option.choices)})"
    return f":{name}:{'_directories' if option.takes_folder else '_files' if option.takes_file else ' '}"


def _fish(commands: Sequence[Typed]) -> Iterator[str]:
    yield "# Completion of reader for fish. In ~/.config/fish/config.fish: reader --completion fish | source"
    for command in commands:
        yield f"complete -c reader -n __fish_use_subcommand -a {command.name} -d {_fish_quoted(command.summary)}"
    for option in GENERAL:
        yield f"complete -c reader -n __fish_use_subcommand {_fish_option(option)}"
    for command in commands:
        for option in command.options:
            yield f"complete -c reader -n '__fish_seen_subcommand_from {command.name}' {_fish_option(option)}"


def _fish_option(option: Option) -> str:
    names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
    value = ""
    if option.choices:
        value = f" -x -a '{' '.join(option.choices)}'"
    elif option.takes_folder:
        value = " -x -a '(__fish_complete_directories)'"
    elif option.takes_value:
        value = " -r" if option.takes_file else " -x"
    return f"{names}{value} -d {_fish_quoted(option.help)}"


def _takes_value(option: Option) -> bool:
    return option.takes_value


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
