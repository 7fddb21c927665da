"""reader: archives of articles and interviews, read in the terminal, answer by answer."""

__version__ = "0.1.0"
