from reader.model.article import ArticleId
from reader.model.location import Location
from reader.ui.history import History

A, B, C = (Location(ArticleId(name)) for name in "abc")


def test_back_gives_the_place_left_last_and_forward_the_place_come_back_from():
    history: History[Location] = History()
    history.leave(A)
    history.leave(B)
    assert history.back(C) == B
    assert history.back(B) == A
    assert history.back(A) is None
    assert history.forward(A) == B
    assert history.forward(B) == C
    assert history.forward(C) is None


def test_going_somewhere_new_forgets_the_way_forward():
    history: History[Location] = History()
    history.leave(A)
    assert history.back(B) == A
    history.leave(A)
    assert history.forward(C) is None


def test_a_place_where_one_already_is_is_passed_over():
    history: History[Location] = History()
    history.leave(A)
    history.leave(B)
    assert history.back(B) == A
