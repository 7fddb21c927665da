"""The stylesheets beside the frame's, each taken up when something is to be shown that needs it."""

from pathlib import Path

from textual.css.stylesheet import Stylesheet

_FOLDER = Path(__file__).parent


def take_up(name: str, stylesheet: Stylesheet) -> None:
    """Let one hold for what is mounted from now on.

    As the app's or a screen's own it would have all that is known already parsed once more.
    """
    path = _FOLDER / name
    if not stylesheet.has_source(str(path)):
        stylesheet.add_source(path.read_text(encoding="utf-8"), read_from=(str(path), ""))
