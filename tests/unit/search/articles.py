"""Small articles, written out and put together by hand, so that search is tested without any parser."""

from reader.model.article import (
    Article,
    ArticleId,
    Block,
    Furniture,
    FurnitureKind,
    Headline,
    Inline,
    Kind,
    Metadata,
    Paragraph,
)
from reader.model.interview import Exchange, Passage, Role, Speaker
from reader.model.text import Span
from reader.search.documents import documents
from reader.search.engine import TantivyEngine
from reader.search.index import Index


def article(name, title, *parts, date=None, speakers=(), furniture=(), unread=()):
    """An article of a headline, paragraphs (strings) and exchanges (pairs of strings), then what is not shown."""
    text = title
    blocks: list[Block] = [Headline(Span(0, len(title)))] if title else []
    exchanges: list[Exchange] = []

    def add(content):
        nonlocal text
        start = len(text) + 2
        text = f"{text}\n\n{content}"
        span = Span(start, start + len(content))
        blocks.append(Paragraph(span))
        return Passage(span, span)

    for part in parts:
        if isinstance(part, tuple):
            question, answer = add(part[0]), add(part[1])
            exchanges.append(Exchange(len(exchanges) + 1, question, answer))
        else:
            add(part)
    for part in furniture:
        span = add(part).span
        blocks[-1] = Furniture(span, FurnitureKind.RELATED)
    hidden = tuple(Inline(add(part).span, "hidden") for part in unread)
    return Article(
        ArticleId(name),
        text,
        tuple(blocks),
        Metadata(title=title or None, date=date),
        Kind.INTERVIEW if exchanges else Kind.ARTICLE,
        tuple(exchanges),
        tuple(Speaker(one, Role.ANSWERER) for one in speakers),
        inlines=hidden,
    )


class Shelf:
    """Numbers articles in the order in which they were given."""

    def __init__(self, articles):
        self.articles = dict(enumerate(articles))

    def article(self, number):
        return self.articles[number].id

    def number(self, article):
        return next((number for number, one in self.articles.items() if one.id == article), None)

    def place(self, number):
        return number

    def everything(self):
        return [one.id for one in self.articles.values()]


def engine_of(*articles):
    """A search over articles."""
    index = Index.in_memory()
    writer = index.writer()
    for number, one in enumerate(articles):
        writer.add(number, documents(one, one.title or one.id))
    writer.commit()
    writer.close()
    index.reload()
    return TantivyEngine(index, Shelf(articles))
