from reader.ui.screens.picker import alike

QUESTIONS = ["What kind of roles are there?", "Is it dangerous?", "Is there good career progression?"]


def test_an_empty_filter_keeps_all_in_order():
    assert alike("  ", QUESTIONS) == [0, 1, 2]


def test_a_misspelt_word_finds_its_row():
    assert alike("dangrous", QUESTIONS) == [1]
    assert alike("carreer", QUESTIONS) == [2]


def test_what_holds_the_words_as_typed_comes_first():
    assert alike("is", QUESTIONS)[0] == 1


def test_what_is_like_nothing_finds_nothing():
    assert alike("xylophone quartz", QUESTIONS) == []
