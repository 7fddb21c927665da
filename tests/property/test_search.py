"""What must hold of search for any articles, however they are spelt."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.search.documents import documents
from reader.search.index import Index
from reader.search.language import parse
from tests.unit.search.articles import Shelf, article, engine_of

WORDS = ("granary", "granery", "submarine", "submarines", "valley", "volley", "family", "rust", "keys", "dangerous")
MANY = settings(max_examples=25)
"""An index is made for each example."""

word_lists = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12)
contents = st.lists(st.tuples(word_lists, word_lists, word_lists), min_size=1, max_size=6)
typed_words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True)


def articles_of(parts):
    return [
        article(str(number), " ".join(title[:3]), " ".join(body), (" ".join(answer[:2]) + "?", " ".join(answer)))
        for number, (title, body, answer) in enumerate(parts)
    ]


@MANY
@given(contents, typed_words)
def test_an_article_that_holds_all_words_as_typed_never_ranks_below_one_that_needed_a_correction(parts, typed):
    made = articles_of(parts)
    ranking = engine_of(*made).articles(parse(" ".join(typed) + " "))
    holds_all = [set(typed) <= set(made[int(one)].text.replace("?", "").split()) for one in ranking.ids]
    assert holds_all == sorted(holds_all, reverse=True)


@MANY
@given(
    contents, st.lists(st.sampled_from([*WORDS, "granory", "volloy", "submorinas", "xylem"]), min_size=1, max_size=3)
)
def test_what_is_typed_letter_by_letter_finds_what_is_typed_at_once(parts, typed):
    made = articles_of(parts)
    engine = engine_of(*made)
    query = " ".join(typed)
    found = [sorted(engine.articles(parse(query[: end + 1])).ids) for end in range(len(query))]
    # Where articles are alike, their order is that in which the threads of an index wrote them.
    assert found[-1] == sorted(engine_of(*made).articles(parse(query)).ids)


@MANY
@given(contents, typed_words)
def test_every_article_that_holds_all_words_is_found_and_none_twice(parts, typed):
    made = articles_of(parts)
    ranking = engine_of(*made).articles(parse(" ".join(typed) + " "))
    holds_all = {one.id for one in made if set(typed) <= set(one.text.replace("?", "").split())}
    assert holds_all <= set(ranking.ids)
    assert len(set(ranking.ids)) == len(list(ranking.ids)) == ranking.total


@MANY
@given(contents, st.sampled_from([word for word in WORDS if len(word) > 4]), st.data())
def test_a_slip_of_one_letter_in_a_long_word_still_finds_it(parts, word, data):
    made = [*articles_of(parts), article("wanted", "Title", f"Some {word} here.")]
    at = data.draw(st.integers(1, len(word) - 1))
    letter = data.draw(st.sampled_from("abcxyz"))
    slips = (
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
    )
    typed = data.draw(st.sampled_from(slips))
    assert "wanted" in engine_of(*made).articles(parse(f"{typed} ")).ids


@MANY
@given(contents, st.lists(st.tuples(st.integers(0, 5), word_lists), max_size=5), typed_words)
def test_an_index_updated_piece_by_piece_equals_one_built_at_once(parts, changes, typed):
    """Articles are changed, and removed where nothing is left of them; every change is committed by itself."""
    made = articles_of(parts)
    index = Index.in_memory()
    current = dict(enumerate(made))
    writer = index.writer()
    for number, one in current.items():
        writer.add(number, documents(one, one.title or ""))
        writer.commit()
    shelf = Shelf(made)
    for place, body in changes:
        victim = sorted(current)[place % len(current)] if current else None
        if victim is None:
            break
        gone = current.pop(victim)
        writer.remove(victim)
        if len(body) > 2:
            number = len(shelf.articles)
            anew = article(gone.id, gone.title or "", " ".join(body))
            shelf.articles[number] = current[number] = anew
            writer.add(number, documents(anew, anew.title or ""))
        writer.commit()
    writer.close()
    index.reload()
    piecemeal = type(engine_of())(index, shelf)
    at_once = engine_of(*current.values())
    query = parse(" ".join(typed) + " ")
    assert set(piecemeal.articles(query).ids) == set(at_once.articles(query).ids)

    def answers(engine):
        return {(hit.article, hit.exchange, hit.span) for hit in engine.answers(query, 100)}

    assert answers(piecemeal) == answers(at_once)
