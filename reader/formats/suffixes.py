"""The suffixes, in lower case, by which a file in a folder is taken for an article unseen."""

from typing import Final

PLAIN: Final = frozenset({".txt", ".text"})
MARKDOWN: Final = frozenset({".md", ".markdown"})
TEXT_SUFFIXES: Final = PLAIN | MARKDOWN
