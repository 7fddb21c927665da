"""The standfirst: a few words between a title and the body that tell more of it. Lines are counted from 0."""

from collections.abc import Sequence
from typing import Final

from reader.formats import wording
from reader.formats.bylines import is_byline
from reader.formats.expression import Expression
from reader.formats.opening import Opening
from reader.formats.sites import is_name_like
from reader.formats.title_lines import LIST_MARK, is_turn
from reader.formats.wording import Marker

_SHORTEST_QUESTION: Final = 50
"""Characters of a question below which it is the first of the body."""
_LOUD_LABEL: Final = Expression(r"[A-Z][A-Z .]{2,40}:\s")


def standfirst(opening: Opening, title_lines: tuple[int, ...], bylines: list[int]) -> tuple[int, ...]:
    """The short paragraph between title and body; bylines below it are added to those that are known."""
    page, body = opening.page, opening.body
    if not title_lines or body >= min(len(page.lines), opening.end) or not page.bare[body]:
        return ()
    rest = [index for index in opening.candidates if index > title_lines[-1]]
    if (
        rest
        and not page.levels[rest[0]]
        and len(page.bare[rest[0]].split()) >= 5
        and not is_name_like(page.bare[rest[0]])
        and not _is_answered(page.bare, rest[0])
    ):
        return (rest[0],)
    last = body
    while last < len(page.bare) and page.bare[last] and last - body < 6:
        last += 1
    said = " ".join(page.bare[body:last])
    following = next((index for index in range(last, min(len(page.bare), last + 12)) if page.bare[index]), None)
    most = 320 if page.emphasised[body] else 160 if bylines else 260
    if (
        following is None
        or page.levels[body]
        or body in page.verbatim
        or len(said) > most
        or not 5 <= len(said.split()) < most // 4
        or LIST_MARK.match(page.bare[body])
        or is_turn(opening.page, page.bare[body])
        or _LOUD_LABEL.match(said)
        or "://" in said[-100:]
        or (said[-1] == "?" and len(said) < _SHORTEST_QUESTION)
        or (said[-1] not in ".!?…”\"'’)。！？" and not page.emphasised[body])
    ):
        return ()
    if wording.marker(page.bare[following]) is Marker.CREDIT:
        return ()
    near = [index for index in range(following, min(len(page.bare), following + 3)) if is_byline(page.bare[index])]
    if near and near[0] == following:
        bylines.extend(near)
        return tuple(range(body, last))
    after = page.bare[following]
    is_longer = len(after) > len(said) or (following + 1 < len(page.bare) and bool(page.bare[following + 1]))
    if page.emphasised[body] or (is_longer and not page.levels[following] and not is_turn(opening.page, after)):
        return tuple(range(body, last))
    return ()


def _is_answered(bare: Sequence[str], index: int) -> bool:
    """Whether a line asks, and what follows it at once does not: a question of the body, and its answer."""
    following = bare[index + 1] if index + 1 < len(bare) else ""
    return bare[index][-1] == "?" and following[-1:] not in {"", "?"}
