"""The command line: what is typed after `reader`, and what comes out.

Results go to standard output, everything else to standard error. The app is imported only where it is opened.

    arguments ─► usage ─► one module a command ─► Output ─► terminal, pipe or file
"""

from reader.cli.dispatch import main, run

__all__ = ["main", "run"]
