"""Sentences above a headline that are the site's, though no word of theirs is known."""

import re
from typing import Final

from reader.formats.bylines import is_byline
from reader.formats.expression import Expression
from reader.formats.page import Page
from reader.formats.sites import recurrence
from reader.formats.strokes import has_words
from reader.formats.title_lines import LIST_MARK, could_be_title, is_turn

_LONGEST_NOTICE: Final = 300
_FOREIGN: Final = 0.35
"""The share of a notice's words that may come again below by chance."""
_SITE_VOICE: Final = Expression(
    r"\b(?:we|us|our|you|your|this (?:site|page|website|paper|edition|archive|server)|wir|uns|unsere\w?|ihre?[nr]?"
    r"|diese (?:seite|website)|nous|notre|nos|vous|votre|vos|ce site|nosotros|nuestr[oa]s?|usted(?:es)?|este sitio"
    r"|nós|nosso|nossa|você|noi|nostr[oa]|questo sito|wij|ons|onze|deze site|vi|vår[at]?|my|nasz\w*"
    r"|мы|наш\w*|вы|ваш\w*)\b",
    re.IGNORECASE,
)
"""What only who runs a site says of itself and to its readers."""


def is_unknown_notice(page: Page, paragraph: range, end: int) -> bool:
    """Whether sentences above a headline are a notice of which no word is known.

    They speak of "us" and "you", or stand above a headline with a byline; and of what they say nothing comes again.
    """
    bare = page.bare
    said = " ".join(bare[index] for index in paragraph)
    if len(said) > _LONGEST_NOTICE or said[-1] not in ".!?" or not said[0].isupper() or LIST_MARK.match(said):
        return False
    if page.levels[paragraph.start] or is_turn(page, said):
        return False
    if len(paragraph) > 1 and bare[paragraph.start][-1] == "?":
        return False
    title = next((index for index in range(paragraph.stop, end) if has_words(bare[index])), None)
    if title is None or len(bare[title].split()) < 2 or not _reads_like_headline(page, title):
        return False
    last = title
    while last + 1 < len(bare) and bare[last + 1]:
        last += 1
    below = next((index for index in range(last + 1, min(last + 6, len(bare))) if has_words(bare[index])), None)
    if below is None:
        return False
    is_signed = any(is_byline(bare[index]) for index in (*range(title + 1, last + 1), below))
    if not is_signed and not _SITE_VOICE.search(said):
        return False
    again = recurrence(page, title, said)
    return again <= _FOREIGN and again <= recurrence(page, title, bare[title])


def _reads_like_headline(page: Page, index: int) -> bool:
    """Whether a line below a paragraph reads like a headline: no sentence, and above it all or above a byline."""
    bare = page.bare
    if bare[index][-1] in ".!…" or is_byline(bare[index]) or not could_be_title(page, index):
        return False
    following = bare[index + 1] if index + 1 < len(bare) else ""
    return not following or is_byline(following) or following[-1] in ".!?…"
