"""Draws docs/reader.svg, the program itself on the sample archive; or every screen of it, into a folder.

usage: python docs/picture.py [FOLDER [ARCHIVE]]

With a folder, each scene below is drawn there, as text and as SVG.
"""

import asyncio
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from reader.library.archive import Archive
from reader.store.config import read_config
from reader.ui.app import ReaderApp

DOCS = Path(__file__).parent
SAMPLE = DOCS.parent / "articles"


@dataclass(frozen=True)
class Scene:
    """A screen, and how one comes to it: keys, and between apostrophes what is typed."""

    keys: str
    size: tuple[int, int] = (120, 40)
    theme: str = "ink"
    is_coloured: bool = True


README = Scene("'lighthous fog' enter l h", (112, 32))
SCENES = {
    "reading-80x24": Scene("tab l l", (80, 24)),
    "reading-120x40": Scene("tab l l"),
    "reading-200x60": Scene("tab l l", (200, 60)),
    "filter": Scene("'lighthous fog'"),
    "answers": Scene("tab s 'why sleep'"),
    "find": Scene("tab / 'answer' enter n n"),
    "marks": Scene("tab l m l m l a 'ask about this' escape M"),
    "note": Scene("tab l a 'ask about this'"),
    "outline": Scene("tab l l t"),
    "links": Scene("tab o"),
    "sort": Scene("tab tab S"),
    "palette": Scene("tab : 'escape'"),
    "help": Scene("tab ?"),
    "help-80x24": Scene("tab ?", (80, 24)),
    "zen": Scene("tab l z"),
    "narrow-60x20": Scene("tab l", (60, 20)),
    "small-40x10": Scene("tab l", (40, 10)),
    "too-small": Scene("tab", (39, 9)),
    "light": Scene("'lighthous fog' enter", theme="paper"),
    "no-colour": Scene("'lighthous fog' enter", is_coloured=False),
}
PAUSE_SECONDS = 1


async def draw(scene: Scene, archive_folder: Path, title: str, nowhere: Path) -> tuple[str, str]:
    """A scene as text and as SVG."""
    os.environ.pop("NO_COLOR", None)
    if not scene.is_coloured:
        os.environ["NO_COLOR"] = "1"
    archive = Archive.open([archive_folder], cache=None)
    app = ReaderApp(archive.paths, lambda: archive, config=read_config(nowhere, {}))
    app.theme = scene.theme
    async with app.run_test(size=scene.size) as pilot:
        while not archive.progress.is_complete:
            await pilot.pause(0.05)
        for place, part in enumerate(scene.keys.split("'")):
            keys = ["space" if letter == " " else letter for letter in part] if place % 2 else part.split()
            for key in keys:
                await pilot.press(key)
            await pilot.pause(PAUSE_SECONDS)
        app.theme = scene.theme
        await pilot.pause(PAUSE_SECONDS)
        rows = app.screen._compositor.render_strips(app.size)  # noqa: SLF001 - what is on the screen has no other name
        text = "\n".join("".join(segment.text for segment in row).rstrip() for row in rows)
        return f"{text}\n", app.export_screenshot(title=title)


def main() -> None:
    """Draw what was asked for."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    archive = Path(sys.argv[2]) if len(sys.argv) > 2 else SAMPLE
    nowhere = DOCS / "no-such-config.toml"
    if folder is None:
        _, picture = asyncio.run(draw(README, SAMPLE, "reader articles", nowhere))
        (DOCS / "reader.svg").write_text(picture, "utf-8")
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name, scene in SCENES.items():
        text, picture = asyncio.run(draw(scene, archive, f"reader · {name}", nowhere))
        (folder / f"{name}.txt").write_text(text, "utf-8")
        (folder / f"{name}.svg").write_text(picture, "utf-8")


main()
