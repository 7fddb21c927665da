from itertools import pairwise

from reader.layout.rows import Face, Style
from reader.layout.strand import Run
from reader.layout.weave import Weaver, plain_strand, runs
from reader.model.article import Inline
from reader.model.text import Span


def woven(source, *found, line_break="\n"):
    weaver = Weaver(source, line_break)
    weaver.prose(found or [Run(0, len(source), Style.TEXT)])
    return weaver.strand(Span(0, len(source)))


def kept(source):
    weaver = Weaver(source, "\n")
    weaver.kept([Run(0, len(source), Style.CODE)])
    return weaver.strand(Span(0, len(source)))


def test_white_space_is_one_blank_and_none_at_the_ends():
    assert woven("  a \n\n b\t c  ").shown.text == "a b c"


def test_each_character_knows_where_it_comes_from():
    source = "one \n  two\tthr\u00adee \x1b"
    shown = woven(source).shown
    assert shown.text == "one two three ␛"
    assert [source[shown.raw(at)] for at in range(len(shown.text)) if shown.text[at].isalpha()] == list("onetwothree")


def test_white_space_folds_across_hidden_markup():
    source = "a <b> c"
    assert woven(source, Run(0, 2, Style.TEXT), Run(5, 7, Style.TEXT)).shown.text == "a c"


def test_a_carriage_return_ends_a_line_only_where_nothing_else_does():
    assert woven("a\rb", line_break="\r").shown.text == "a b"
    assert woven("a\rb\nc").shown.text == "a␍b c"
    assert woven("a\r\nb").shown.text == "a b"


def test_marks_do_not_pile_up_over_a_seam_of_hidden_markup():
    source = "e" + "\u0301" * 6 + "**" + "\u0301" * 6
    strand = woven(source, Run(0, 7, Style.TEXT), Run(9, 15, Style.TEXT))
    assert strand.shown.text == "e" + "\u0301" * 8
    assert strand.shown.raw(8) == 10


def test_tabs_of_code_lead_to_the_next_stop():
    assert kept("a\tbc\td").shown.text == "a   bc  d"
    assert kept("\t日\tx").shown.text == "    日  x"


def test_a_plain_paragraph_is_taken_as_it_is():
    strand = plain_strand("so it\nis – “here”", 0, 17, Style.TEXT)
    assert strand is not None
    assert (strand.shown.text, strand.is_plain) == ("so it is – “here”", True)


def test_what_is_not_plain_is_not_taken_for_it():
    for source in ("two  blanks", "a\ttab", "日本", "a well-\nknown", "esc\x1b", " indented", "no-break\u00a0space"):
        assert plain_strand(source, 0, len(source), Style.TEXT) is None


def test_runs_of_nested_marks_say_all_that_lies_on_them():
    inlines = [
        Inline(Span(0, 2), "hidden"),
        Inline(Span(2, 9), "link", "http://x.example"),
        Inline(Span(4, 6), "code"),
        Inline(Span(9, 11), "hidden"),
    ]
    assert [(run.start, run.end, run.face, run.target) for run in runs(0, 12, Style.TEXT, inlines)] == [
        (2, 4, Face.LINK, "http://x.example"),
        (4, 6, Face.LINK | Face.CODE, "http://x.example"),
        (6, 9, Face.LINK, "http://x.example"),
        (11, 12, Face.PLAIN, ""),
    ]


def test_runs_cover_what_is_not_hidden_whatever_overlaps():
    inlines = [Inline(Span(0, 5), "strong"), Inline(Span(3, 8), "emphasis"), Inline(Span(4, 6), "hidden")]
    found = runs(0, 10, Style.TEXT, inlines)
    assert [(run.start, run.end) for run in found] == [(0, 3), (3, 4), (6, 8), (8, 10)]
    assert all(before.end <= after.start for before, after in pairwise(found))


def test_what_is_asked_is_a_question():
    found = runs(0, 10, Style.TEXT, (), [Span(2, 5)])
    assert [(run.end, run.style) for run in found] == [(2, Style.TEXT), (5, Style.QUESTION), (10, Style.TEXT)]
