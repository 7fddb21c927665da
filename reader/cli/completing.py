"""`reader --completion SHELL`: what a shell evaluates to complete what is typed."""

from collections.abc import Sequence

from reader.cli import configuring, exporting, listing, searching, showing
from reader.cli.completion import completion
from reader.cli.grammar import SHELLS, grammar
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
    }
