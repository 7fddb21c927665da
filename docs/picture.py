"""Draws docs/reader.svg: the program itself, on the sample archive, a filter typed and an answer open.

usage: python docs/picture.py
"""

import asyncio
from pathlib import Path

from reader.library.archive import Archive
from reader.ui.app import ReaderApp

DOCS = Path(__file__).parent
TYPED = "lighthous fog"
SIZE = (112, 32)


async def main() -> None:
    """Type, read, draw."""
    archive = Archive.open([DOCS.parent / "articles"], cache=None)
    app = ReaderApp(archive)
    async with app.run_test(size=SIZE) as pilot:
        while not archive.progress.is_complete:
            await pilot.pause(0.05)
        await pilot.press(*("space" if letter == " " else letter for letter in TYPED))
        await pilot.pause(1)
        await pilot.press("enter")
        await pilot.pause(1)
        (DOCS / "reader.svg").write_text(app.export_screenshot(title="reader articles"), "utf-8")


asyncio.run(main())
