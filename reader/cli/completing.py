"""`reader --completion SHELL` and `reader --manual`: what is made from the parsers of all commands."""

from collections.abc import Sequence

from reader.cli import caching, configuring, exporting, listing, searching, showing
from reader.cli.completion import completion
from reader.cli.grammar import SHELLS, grammar
from reader.cli.manual import manual
from reader.cli.output import Output
from reader.cli.usage import Parser
from reader.errors import UsageError


def complete(arguments: Sequence[str]) -> int:
    """Print the script of a shell."""
    for shell in SHELLS:
        if list(arguments) == [shell]:
            output = Output()
            for line in completion(shell, grammar(parsers())):
                output.line(line)
            return 0
    raise UsageError(f"--completion goes with one of {', '.join(SHELLS)}")


def print_manual(arguments: Sequence[str]) -> int:
    """Print the manual page."""
    if arguments:
        raise UsageError(f"--manual takes nothing: {arguments[0]}")
    output = Output()
    for line in manual(grammar(parsers())):
        output.line(line)
    return 0


def parsers() -> dict[str, Parser]:
    """The parser of each command."""
    return {
        "list": listing.list_parser(),
        "search": searching.search_parser(),
        "show": showing.show_parser(),
        "cite": showing.cite_parser(),
        "check": listing.check_parser(),
        "export": exporting.export_parser(),
        "config": configuring.config_parser(),
        "cache": caching.cache_parser(),
    }
