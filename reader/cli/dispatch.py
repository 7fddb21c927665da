"""Which command was typed, and what its end means to the shell.

    reader [--version | --help | --manual | --completion SHELL]
    reader COMMAND [ARGUMENTS]
    reader [PATH…]

A word that is a command's name is the command; a folder of that name is opened as `reader ./list`.
Exit status: 0 found, 1 nothing found or unreadable, 2 wrong usage.
"""

import gc
import os
import sys
from collections.abc import Sequence

from reader import __version__
from reader.cli.help import HELP, HelpAsked
from reader.cli.streams import ClosedPipeError, OutputError, abandon, flush, tell, write
from reader.errors import ReaderError, UsageError

INTERRUPTED = 130
"""What a shell expects of a program that ^C ended: 128 and the number of the signal."""
SELDOM = 100_000
"""Objects that are made before the first look for circles of what nobody uses: a command makes few of them."""
_USUALLY = gc.get_threshold()


def run() -> None:
    """The program: do what was typed, and end.

    What was to be written is written, and to take the interpreter down in good order takes as long as many a search.
    """
    gc.set_threshold(SELDOM)
    status = main()
    if sys.stderr is not None:
        sys.stderr.flush()
    os._exit(status)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was typed and return the exit status. Whatever goes wrong is told in one line."""
    try:
        status = _run(sys.argv[1:] if arguments is None else list(arguments))
        flush()
    except UsageError as error:
        tell(str(error))
        return 2
    except ClosedPipeError:
        abandon()
        return 0
    except OutputError as error:
        tell(str(error))
        abandon()
        return 1
    except ReaderError as error:
        tell(str(error))
        return 1
    except KeyboardInterrupt:
        abandon()
        return INTERRUPTED
    return status


def _run(arguments: list[str]) -> int:
    """Each command imports what it needs and nothing else: `list` never sees Textual, `--version` next to nothing."""
    word, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    try:
        match word:
            case "--version" | "-V":
                return _say(f"reader {__version__}")
            case "--help" | "-h":
                return _say(HELP)
            case "show":
                from reader.cli import showing

                return showing.show(rest)
            case "cite":
                from reader.cli import showing

                return showing.cite(rest)
            case "list":
                from reader.cli import listing

                return listing.list_articles(rest)
            case "check":
                from reader.cli import listing

                return listing.check(rest)
            case "search":
                from reader.cli import searching

                return searching.search(rest)
            case "export":
                from reader.cli import exporting

                return exporting.export(rest)
            case "config":
                from reader.cli import configuring

                return configuring.config(rest)
            case "cache":
                from reader.cli import caching

                return caching.cache(rest)
            case "--completion":
                from reader.cli import completing

                return completing.complete(rest)
            case "--manual":
                from reader.cli import completing

                return completing.print_manual(rest)
            case _:
                from reader.cli import launching

                # What stays open makes circles for as long as it is used.
                gc.set_threshold(*_USUALLY)
                return launching.launch(arguments)
    except HelpAsked as asked:
        return _say(str(asked))


def _say(text: str) -> int:
    write(f"{text}\n")
    return 0
