"""Whatever the text, exchanges are found without fault and lie in it in order."""

from hypothesis import given
from hypothesis import strategies as st

from reader.formats.evidence.sections import section_lines
from reader.formats.exchanges import dialogue
from reader.formats.laying_out import laid_out
from reader.model.text import Lines

PIECES = st.sampled_from([
    "Q: ", "A: ", "Q. ", "Jane: ", "**Jane:** ", "JD: ", "1. ", "2. ", "A1) ", "## ", "### ", "[00:01] ",
    "Jane (00:12) ", "- ", "— ", "“", "”", "?", "？", "!", ".", "\n", "\n\n", "\r\n", "\r", "  ", "\t", ":", "：",
    "why", "I think so", "Tell us about it", "Section A: b", "END", "[laughs]", "_", "*", "<b>", "</b>", "[x](y)",
    "[x]: y", "\u2028", "\x0c", "é", "質問：", "答：", "か。",
])  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=8), max_size=60).map("".join), st.booleans())
def test_any_text_gives_exchanges_in_order_within_it(text, is_markdown):
    page = laid_out(text, is_markdown=is_markdown)

    found = dialogue(page, section_lines(page))

    at = 0
    for number, exchange in enumerate(found.exchanges, start=1):
        assert exchange.number == number
        assert at <= exchange.question.span.start
        assert exchange.question.span.end <= exchange.answer.span.start
        assert exchange.answer.span.end <= len(text)
        for side in (exchange.question, exchange.answer):
            assert side.span.start <= side.body.start <= side.body.end <= side.span.end
            assert side.speaker is None or side.speaker < len(found.speakers)
            assert (side.label is None) == (side.speaker is None)
        at = exchange.answer.span.end


@given(st.lists(PIECES | st.text(max_size=8), max_size=60).map("".join), st.booleans())
def test_any_text_gives_turns_in_order_within_their_lines(text, is_markdown):
    page = laid_out(text, is_markdown=is_markdown)

    found = dialogue(page, section_lines(page))

    rows = Lines(text)
    before = -1
    for turn in found.turns:
        assert before < turn.start <= turn.body <= rows[turn.line].end
        assert rows[turn.line].start <= turn.start
        assert turn.speaker is None or turn.speaker < len(found.speakers)
        before = turn.start


def test_an_empty_text_says_why_there_are_no_exchanges():
    page = laid_out("", is_markdown=False)
    assert dialogue(page, section_lines(page)).evidence
