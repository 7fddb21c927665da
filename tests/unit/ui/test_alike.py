from reader.ui.alike import Lookalikes

QUESTIONS = ["What kind of roles are there?", "Is it dangerous?", "Is there good career progression?"]


def alike(query, texts):
    return Lookalikes(texts, str).of(query)


def test_an_empty_filter_keeps_all_in_order():
    assert alike("  ", QUESTIONS) == [0, 1, 2]


def test_a_misspelt_word_finds_its_row():
    assert alike("dangrous", QUESTIONS) == [1]
    assert alike("carreer", QUESTIONS) == [2]


def test_what_holds_the_words_as_typed_comes_first():
    assert alike("is", QUESTIONS)[0] == 1


def test_what_is_like_nothing_finds_nothing():
    assert alike("xylophone quartz", QUESTIONS) == []


def test_among_very_many_the_best_come_first_wherever_they_stand():
    texts = [f"Question {number} about gardens" for number in range(3000)]
    texts[10], texts[2900] = "Is it dangerouss?", "Is it dangerous?"
    assert alike("dangerous", texts)[:2] == [10, 2900]


def test_what_things_say_is_not_asked_for_before_something_is_looked_for():
    asked = []

    def said(question):
        asked.append(question)
        return question

    among = Lookalikes(QUESTIONS, said)
    assert asked == []
    assert among.of("dangrous") == [1]
    among.of("carreer")
    assert asked == QUESTIONS
