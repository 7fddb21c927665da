"""Lines between paragraphs that could stand below a picture."""

import pytest

from reader.formats.captions import has_shape_of_caption, is_spoken_of


@pytest.mark.parametrize(
    "line",
    [
        "Ada Quill and Tom Reed in the map room of the old library",
        "Ada Quill, left, with her team outside the harbour office",
        "The harbour at dawn, seen from the mole (file photo)",
        "Mole Street, from the second edition of the harbour map",
        "Ada Quill, en el muelle viejo, una tarde de marzo",
    ],
)
def test_a_person_a_place_and_no_verb_have_the_shape_of_a_caption(line):
    assert has_shape_of_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "Ada Quill walked in and the meeting of the council began again.",
        "Nobody in the room had read the report",
        "Ada Quill in Rome",
    ],
)
def test_a_sentence_and_a_heading_have_not(line):
    assert not has_shape_of_caption(line)


def test_a_line_that_is_nearly_a_caption_is_told_by_one_pass():
    """It took half a minute: each word could be parted from itself at any letter."""
    assert not has_shape_of_caption("Ada Quill in " + "understandable " * 9 + "(!)")


def test_who_is_named_nowhere_else_is_not_spoken_of():
    line = "Ada Quill and Tom Reed in the map room of the old library"
    assert not is_spoken_of(line, line)
    assert is_spoken_of(line, line + "\n\nMs Quill has drawn maps for years.")
