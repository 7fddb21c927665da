"""What holds for any input at all."""

from hypothesis import example, given
from hypothesis import strategies as st

from reader.formats import registry
from reader.model.article import ArticleId

SUFFIXES = st.sampled_from(["", ".txt", ".md"])

PIECES = st.sampled_from(
    [
        *"\n\n\n\n\n \t\r\f\v\x00\x1b\x85\u2028\ufeff#*_`~<>[]()!&;:.?-=|+\\",
        "Q: ", "A: ", "Q. Why?\n", "MJ: ", "**Ann:** ", "Ann Smith [(00:12)](x) ", "---\n", "title: x\n", "```\n",
        "    code",
        "- item\n", "1. one\n", "> quote\n", "| a | b |\n", "<p>", "</p>", "<!--", "-->", "Leave a Comment\n",
        "Related:\n",
        "In Other News\n", "Photo: X\n", "By A. Smith\n", "3 May 2021\n", "Contents:\n", "© 2020\n", "words and words ",
        "Is it? ", "It is. ", "“Yes,” ", "質問：", "مرحبا", "é", "😀", "a" * 90, "\r\n", "[x]: http://a.b\n",
        "=====\n", "&amp;", "Home\nNews\nSports\nSign in\nAbout us\nMore\n", "(((\n" * 6, "{{< x >}}\n", ".. x:: y\n",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(max_size=200))
RAW = st.one_of(
    TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")),
    TEXTS.map(lambda text: text.encode("utf-16", "surrogatepass")),
    TEXTS.map(lambda text: text.encode("cp1252", "ignore")),
    st.binary(max_size=200),
)


def read(raw, suffix):
    return registry.read(raw, ArticleId("a"), suffix)


@given(RAW, SUFFIXES)
@example(b"Q: a\nA: b\n\nQ: c\nA: d", "")
def test_blocks_and_the_white_space_between_them_give_back_the_text(raw, suffix):
    for article in (read(raw, suffix), registry.plain_lines(raw, ArticleId("a"))):
        at = 0
        for block in article.blocks:
            gap = article.text[at : block.span.start]
            assert block.span.start >= at
            assert not gap or gap.isspace()
            assert block.span.end > block.span.start
            at = block.span.end
        rest = article.text[at:]
        assert not rest or rest.isspace()


@given(RAW, SUFFIXES)
def test_exchanges_stand_in_order_and_question_comes_before_answer(raw, suffix):
    article = read(raw, suffix)
    at = 0
    for number, exchange in enumerate(article.exchanges, start=1):
        assert exchange.number == number
        assert at <= exchange.question.span.start
        assert exchange.question.span.end <= exchange.answer.span.start
        at = exchange.answer.span.end
        assert at <= len(article.text)
        for side in (exchange.question, exchange.answer):
            assert side.span.start <= side.body.start <= side.body.end <= side.span.end
            assert side.speaker is None or side.speaker < len(article.speakers)


@given(RAW, SUFFIXES)
@example(b"<!--\nLeave a Comment\n-->Photo: X\n", "")
def test_inlines_lie_within_blocks_in_order_of_their_starts(raw, suffix):
    article = read(raw, suffix)
    starts = [mark.span.start for mark in article.inlines]
    assert starts == sorted(starts)
    assert all(mark.span.end <= len(article.text) for mark in article.inlines)


@given(RAW, SUFFIXES)
def test_a_label_stands_at_the_start_of_its_turn(raw, suffix):
    article = read(raw, suffix)
    for block in article.blocks:
        label = getattr(block, "label", None)
        if label is not None:
            assert block.span.start <= label.start <= label.end <= block.span.end


@given(RAW, SUFFIXES)
def test_no_text_holds_a_surrogate_and_lines_agree_with_offsets(raw, suffix):
    article = read(raw, suffix)
    article.text.encode("utf-8")
    for span in [exchange.span for exchange in article.exchanges] + [block.span for block in article.blocks]:
        assert 1 <= article.line_numbers.at(span.start) <= len(article.line_numbers)


@given(RAW, SUFFIXES)
def test_a_headline_comes_from_the_first_bytes_without_fail(raw, suffix):
    title = registry.headline(raw, suffix)
    assert title is None or title.strip()


@given(st.binary(max_size=100))
def test_what_is_refused_has_its_reason(head):
    reason = registry.refusal(head)
    assert reason is None or reason.strip()
