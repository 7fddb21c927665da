"""The parser against `tests/data/forms`: texts in many forms, invented and labelled without sight of the parser.

`NAME.json` beside each text says which lines are what: 1-based, after decoding. Reading a file exactly as labelled is
the specification; the scores below it are floors that no change may fall through.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import fmean
from typing import NamedTuple, Self, TypedDict

import pytest

from reader.formats.registry import read
from reader.model.article import Article, ArticleId, Furniture
from reader.model.interview import Passage
from reader.model.text import Lines

FORMS = Path(__file__).parents[2] / "data" / "forms"

TOLERANCE = 2
"""How many lines that aren't blank an answer's end may lie off and still count, in scores only."""


class Pair(NamedTuple):
    """One exchange as labelled."""

    question_line: int
    question_end: int
    answer_start: int
    answer_end: int
    questioner: str
    answerer: str


class GoldExchange(TypedDict):
    """One exchange in a file of labels."""

    question_line: int
    question_end: int
    answer_start: int
    answer_end: int
    questioner: str | None
    answerer: str | None


class Gold(TypedDict):
    """A file of labels."""

    title: str | None
    title_line: int | None
    exchanges: list[GoldExchange]
    furniture_lines: list[tuple[int, int]]
    neutral_lines: list[tuple[int, int]]


@dataclass(frozen=True)
class Reading:
    """What is known of a text, by its labels or by the parser."""

    title: str
    pairs: tuple[Pair, ...]
    furniture: frozenset[int]

    @classmethod
    def labelled(cls, gold: Gold) -> Self:
        return cls(
            title=_letters(gold["title"]),
            pairs=tuple(
                Pair(
                    one["question_line"],
                    one["question_end"],
                    one["answer_start"],
                    one["answer_end"],
                    _label(one["questioner"]),
                    _label(one["answerer"]),
                )
                for one in gold["exchanges"]
            ),
            furniture=_covered(gold["furniture_lines"]),
        )

    @classmethod
    def of(cls, article: Article) -> Self:
        return cls(
            title=_letters(article.title),
            pairs=tuple(
                Pair(
                    *_ends(article, exchange.question),
                    *_ends(article, exchange.answer),
                    _label(exchange.question.label),
                    _label(exchange.answer.label),
                )
                for exchange in article.exchanges
            ),
            furniture=_covered(
                (article.line_numbers.at(block.span.start), article.line_numbers.at(block.span.end - 1))
                for block in article.blocks
                if isinstance(block, Furniture) and len(block.span)
            ),
        )


def _letters(text: str | None) -> str:
    """Letters and digits alone: how titles and labels are compared."""
    return re.sub(r"[\W_]+", "", text or "").casefold()


def _label(text: str | None) -> str:
    return re.sub(r"\d+$", "", _letters(text))


def _covered(ranges: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(line for first, last in ranges for line in range(first, last + 1))


def _ends(article: Article, passage: Passage) -> tuple[int, int]:
    at = article.line_numbers.at
    return at(passage.span.start), at(passage.span.end - 1)


def _f1(right: int, found: int, wanted: int) -> float:
    return 2 * right / (found + wanted) if found + wanted else 1.0


@dataclass(frozen=True)
class Text:
    """A labelled text and what the parser made of it."""

    gold: Gold
    article: Article
    labelled: Reading
    found: Reading

    @property
    def has_exchanges(self) -> bool:
        return bool(self.labelled.pairs)

    @property
    def exchange_f1(self) -> float:
        """A pair is right if it begins where labelled and its answer ends within the tolerance."""
        filled = [0]
        for line in Lines(self.article.text):
            filled.append(filled[-1] + bool(line.text.strip()))
        wanted = {pair.question_line: pair for pair in self.labelled.pairs}
        begun = {pair.question_line: pair for pair in self.found.pairs if pair.question_line in wanted}
        right = sum(
            abs(filled[pair.answer_end] - filled[wanted[line].answer_end]) <= TOLERANCE for line, pair in begun.items()
        )
        return _f1(right, len(self.found.pairs), len(wanted))

    @property
    def furniture_f1(self) -> float:
        """By lines with a letter or digit, without the title's and those labelled as neither furniture nor body."""
        neutral = _covered(self.gold["neutral_lines"]) | {self.gold["title_line"]}
        counted = {
            line.number
            for line in Lines(self.article.text)
            if line.number not in neutral and re.search(r"[^\W_]", line.text)
        }
        found, wanted = self.found.furniture & counted, self.labelled.furniture & counted
        return _f1(len(found & wanted), len(found), len(wanted))

    @property
    def labels_right(self) -> tuple[bool, ...]:
        """Whether each label of the pairs that begin where labelled is the labelled one."""
        wanted = {pair.question_line: pair for pair in self.labelled.pairs}
        return tuple(
            right
            for pair in self.found.pairs
            if (gold := wanted.get(pair.question_line))
            for right in (pair.questioner == gold.questioner, pair.answerer == gold.answerer)
        )


@cache
def _text(name: str) -> Text:
    path = FORMS / name
    gold = json.loads((FORMS / f"{name}.json").read_text("utf-8"))
    article = read(path.read_bytes(), ArticleId(name), path.suffix)
    return Text(gold, article, Reading.labelled(gold), Reading.of(article))


NAMES = tuple(sorted(path.name.removesuffix(".json") for path in FORMS.glob("*.json")))


def _texts() -> tuple[Text, ...]:
    return tuple(map(_text, NAMES))


@pytest.mark.parametrize("name", NAMES)
def test_a_text_has_exactly_the_labelled_exchanges(name):
    text = _text(name)

    assert text.found.pairs == text.labelled.pairs


def test_exchanges_are_found_in_nearly_all_texts_that_have_any():
    assert fmean(text.exchange_f1 for text in _texts() if text.has_exchanges) >= 0.95


def test_no_exchange_is_found_in_a_text_without_any():
    assert [text.article.id for text in _texts() if text.found.pairs and not text.has_exchanges] == []


def test_nearly_all_labels_are_told_as_written():
    assert fmean(right for text in _texts() for right in text.labels_right) >= 0.95


def test_nearly_all_titles_are_found():
    wrong = [text.article.id for text in _texts() if text.found.title != text.labelled.title]

    assert len(wrong) <= 0.05 * len(NAMES), wrong


def test_most_furniture_is_set_apart_and_little_else():
    by_score = sorted((text.furniture_f1, text.article.id) for text in _texts())

    assert fmean(score for score, _ in by_score) >= 0.85, by_score[:10]
