"""What is akin to an answer elsewhere in the archive: the same question asked to others, the same speaker.

The index gives candidates, by the words that two questions share or by the speaker's name; what they are like is then
looked at one by one. A speaker is the same in two articles only under the same full name: `MJ` here and `MJ` there may
be two people.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from reader.model.article import Article, ArticleId, Turn
from reader.model.corpus import Corpus
from reader.model.interview import Exchange, Speaker
from reader.model.text import Span
from reader.search.engine import Engine
from reader.search.lookup import IsCancelled
from reader.search.query import MOST_ATOMS, Clause, Field, Phrase, Query, Term
from reader.search.results import Hit
from reader.search.words import folded, is_unspaced, spoken

MOST_CANDIDATES = 400
"""Questions that are compared with the one asked."""
LEAST_ALIKE = 0.55
"""From 0 to 1: below it two questions only share some words."""
_SAME_WORD = 80.0
"""Least similarity (0 to 100, rapidfuzz's ratio) of two spellings of a word: `recruit` and `recruits`."""
_LEAST_SAID = 6.0
"""Weight of a question that says enough to be found again in a longer one: `Were you?` does not."""
_SHORTEST_NAME = 4
"""Letters of a name of one word; shorter ones are initials."""
_LONGEST_INITIAL = 2
_OFFICE = re.compile(
    r"answers?|questions?|interview(er|ee)?|host|guest|speaker|moderator|narrator|editor|author|reporter"
    r"|audience|participant|caller|announcer|operator|unknown|voice"
)
_NUMBER = re.compile(r"\d")


def is_full_name(name: str) -> bool:
    """Whether a name stands for the same person in another article: no initials, no office, no `Speaker 2`."""
    words = folded(name).split()
    if not words or _OFFICE.fullmatch(words[0]) or _NUMBER.search(name):
        return False
    if len(words) > 1:
        return max(map(len, words)) > _LONGEST_INITIAL or is_unspaced(words[0])
    return len(words[0]) >= _SHORTEST_NAME


def of_speaker(name: str) -> Query:
    """What finds the articles in which somebody of this name speaks."""
    words = tuple(word.text for word in spoken(name).words)
    span = Span(0, len(name))
    if len(words) == 1:
        return Query((Clause((Term(words[0], span, field=Field.SPEAKER, is_exact=True),)),))
    return Query((Clause((Phrase(words, span, Field.SPEAKER),)),)) if words else Query()


def of_question(question: str) -> Query:
    """What finds questions that share a word with this one, those with most and rarest words first."""
    words = dict.fromkeys(word.text for word in spoken(question).words)
    telling = sorted(words, key=len, reverse=True)[:MOST_ATOMS]
    span = Span(0, len(question))
    atoms = tuple(Term(word, span, field=Field.QUESTION, is_exact=True) for word in telling)
    return Query((Clause(atoms),)) if atoms else Query()


def same_question(
    engine: Engine, corpus: Corpus, question: str, asked: tuple[ArticleId, int], is_cancelled: IsCancelled
) -> tuple[Hit, ...]:
    """Where else a question like this one was asked, most alike first.

    Args:
        engine: Finds the candidates.
        corpus: Has their questions.
        question: As it was asked.
        asked: The article and the exchange in which it was; it is left out.
        is_cancelled: Whether nobody waits for it any more.
    """
    query = of_question(question)
    if not query:
        return ()
    found: list[tuple[float, Hit]] = []
    for hit in engine.answers(query, MOST_CANDIDATES, is_cancelled):
        other = asked_at(corpus, hit)
        if other is not None and (hit.article, hit.exchange) != asked:
            alike = likeness(question, other)
            if alike >= LEAST_ALIKE:
                found.append((alike, hit))
    found.sort(key=lambda one: -one[0])
    return tuple(hit for _, hit in found)


def asked_at(corpus: Corpus, hit: Hit) -> str | None:
    """The question of an answer that was found; None where it is none."""
    if hit.exchange is None or hit.article not in corpus:
        return None
    questions = corpus[hit.article].questions
    return questions[hit.exchange - 1] if hit.exchange <= len(questions) else None


def likeness(one: str, other: str) -> float:
    """How alike two questions are, from 0 to 1: how much of the shorter is in the other, and of both in each other.

    Words are weighed by their letters, for the long ones tell what is asked about; near spellings are the same word.
    """
    # From the shorter to the longer: each of its words counts once, whatever it is near to.
    first, second = sorted((_weights(one), _weights(other)), key=len)
    shared = sum(min(weight, _weight_of(word, second)) for word, weight in first.items())
    one_weight, other_weight = sum(first.values()), sum(second.values())
    if not one_weight or not other_weight:
        return 0.0
    contained = shared / max(_LEAST_SAID, min(one_weight, other_weight))
    return 0.4 * contained + 0.6 * (2 * shared / (one_weight + other_weight))


def _weights(question: str) -> dict[str, float]:
    words = (word.text for word in spoken(question).words)
    return {word: 2.0 if is_unspaced(word) else max(0.25, len(word) - 2.0) for word in words}


def _weight_of(word: str, words: dict[str, float]) -> float:
    """What a word weighs among others, under its own spelling or the nearest."""
    if word in words or len(word) < _SHORTEST_NAME:
        return words.get(word, 0.0)
    found = process.extractOne(word, words.keys(), scorer=fuzz.ratio, score_cutoff=_SAME_WORD)
    return words[found[0]] if found else 0.0


def articles_of_speaker(engine: Engine, corpus: Corpus, name: str, is_cancelled: IsCancelled) -> list[ArticleId]:
    """The articles in which somebody of this full name speaks, newest first; those without a date behind them."""
    wanted = folded(name).split()
    ids = [
        article
        for article in engine.articles(of_speaker(name), is_cancelled).ids
        if article in corpus and any(folded(speaker).split() == wanted for speaker in corpus[article].speakers)
    ]
    return sorted(ids, key=lambda article: corpus[article].date or "", reverse=True)


def said_by(article: Article, name: str) -> Iterator[Hit]:
    """What somebody of this name says in an article, in order: answers, questions, and turns outside both."""
    wanted = folded(name).split()
    same = {place for place, speaker in enumerate(article.speakers) if folded(speaker.shown).split() == wanted}
    exchanges = [one for one in article.exchanges if {one.question.speaker, one.answer.speaker} & same]
    hits = [Hit(article.id, one.number, one.span) for one in exchanges]
    hits += [
        Hit(article.id, None, block.span)
        for block in article.blocks
        if isinstance(block, Turn) and block.speaker in same and not _is_in_exchange(article, block.span)
    ]
    yield from sorted(hits, key=lambda hit: hit.span.start)


def _is_in_exchange(article: Article, span: Span) -> bool:
    exchange = article.exchange_at(span.start)
    return exchange is not None and exchange.span.overlaps(span)


def speaker_of(article: Article, exchange: Exchange | None, offset: int) -> Speaker | None:
    """Who speaks in an answer; outside of one, who had begun to speak at an offset."""
    if exchange is not None:
        speaker = exchange.answer.speaker
    else:
        begun = bisect_right(article.blocks, offset, key=lambda block: block.span.start)
        before = (article.blocks[at] for at in range(begun - 1, -1, -1))
        speaker = next((block.speaker for block in before if isinstance(block, Turn)), None)
    return None if speaker is None else article.speakers[speaker]
