"""What is imported in a thread, before it is asked for: whoever asks would wait for it, and with them all keys."""

from collections.abc import Iterable
from importlib import import_module
from typing import Final

TO_OPEN: Final = (
    "reader.library.archive",
    "reader.ui.memory",
    "reader.ui.preferences",
    "reader.ui.screens.reading",
)
"""The reading screen and what it is given."""
TO_READ: Final = ("reader.layout.wrap",)
"""The view of an article."""
TO_DO_MORE: Final = (
    "reader.ui.screens.answers",
    "reader.ui.screens.palette",
    "reader.ui.screens.note",
    "reader.export.citation",
    "reader.store.clipboards",
    "reader.store.config",
    "reader.store.programs",
)
"""The keys of the reading screen."""


def import_ahead(modules: Iterable[str]) -> None:
    """Have them at hand; those that are take no time."""
    for module in modules:
        import_module(module)
