"""Whole paragraphs above a body that are the site's: notices, menus, addresses, captions and licences.

Lines are counted from 0.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from reader.formats.notices import ends_in_credit, is_licence, is_notice
from reader.formats.page import Page
from reader.formats.site_blocks import is_block_of_contacts, is_block_of_site, is_row_of_parts
from reader.formats.strokes import has_words
from reader.formats.title_lines import is_followed_by_title, is_turn
from reader.model.article import FurnitureKind

_LONGEST: Final = 450
_JOINED: Final = 8
"""Lines of a paragraph that are read as one."""
_LONGEST_ENTRY: Final = 60
_MOST_SHOWN: Final = 3


class Apart:
    """What of a page is apart, by what is known of the lines above: that grows while the page is gone through."""

    def __init__(
        self,
        page: Page,
        end: int,
        candidates: Sequence[int],
        named: Sequence[int],
        furniture: Mapping[int, FurnitureKind],
        *,
        is_headed: bool,
    ) -> None:
        self.page = page
        self.end = end
        self.candidates = candidates
        self.named = named
        """Those of them that are no section's name."""
        self.furniture = furniture
        self.is_headed = is_headed
        self.is_above_menu = False
        """Whether a menu stands below the candidates so far: they name the site."""

    def kind_of(self, paragraph: range) -> FurnitureKind | None:
        """What a whole paragraph is that is the site's, not the article's."""
        bare = self.page.bare
        said = " ".join(bare[paragraph.start : min(paragraph.stop, paragraph.start + _JOINED)])
        if len(said) > _LONGEST or self.page.levels[paragraph.start] or is_turn(self.page, said):
            return None
        if is_notice(said) or self._is_menu(paragraph) or self._is_address(paragraph):
            return FurnitureKind.NOTICE
        if self._is_licence(said, paragraph) and any(bare[paragraph.stop : self.end]):
            return FurnitureKind.LICENCE
        return FurnitureKind.CAPTION if self._is_caption(paragraph) else None

    def _is_menu(self, paragraph: range) -> bool:
        """Whether a paragraph is a menu, or tells where in its site the page stands."""
        if len(paragraph) < 2 or len(self.page.bare[paragraph.start]) > _LONGEST_ENTRY:
            return False
        lines = [*filter(has_words, self.page.bare[paragraph.start : paragraph.stop])]
        if self.candidates:
            is_menu = is_row_of_parts(lines)
            self.is_above_menu |= is_menu
            return is_menu
        return is_block_of_site(lines, is_headed=self.is_headed) and is_followed_by_title(
            self.page, paragraph.stop - 1, self.end
        )

    def _is_address(self, paragraph: range) -> bool:
        """Whether a short paragraph above a title says where to write or to call."""
        if self.named or paragraph.stop >= self.end:
            return False
        return is_block_of_contacts(self.page.bare[paragraph.start : paragraph.stop])

    def _is_caption(self, paragraph: range) -> bool:
        """Whether a few lines above a title end in who made a picture."""
        if self.candidates or len(paragraph) > _MOST_SHOWN or not ends_in_credit(self.page.bare[paragraph.stop - 1]):
            return False
        return is_followed_by_title(self.page, paragraph.stop - 1, self.end)

    def _is_licence(self, said: str, paragraph: range) -> bool:
        """Whether a paragraph is a licence, or stands between two that are."""
        if is_licence(said):
            return True
        if FurnitureKind.LICENCE not in self.furniture.values() or self.candidates:
            return False
        bare = self.page.bare
        above = next((index for index in range(paragraph.start - 1, -1, -1) if has_words(bare[index])), None)
        below = next((index for index in range(paragraph.stop, self.end) if has_words(bare[index])), None)
        if below is None or above is None or self.furniture.get(above) is not FurnitureKind.LICENCE:
            return False
        past = next((index for index in range(below, self.end) if not bare[index]), self.end)
        return is_licence(" ".join(bare[below : min(past, below + _JOINED)]))
