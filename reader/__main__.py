"""`python -m reader`: the command line."""

from reader.cli import run

run()
