import threading

import pytest
from textual.css.parse import parse

from reader.store.config import read_config


def cells(screen):
    return [list(strip) for strip in screen.lines()]


@pytest.mark.parametrize("keys", [(), ("question_mark",)])
async def test_another_theme_looks_as_if_it_had_always_been_there(run, two_articles, tmp_path_factory, keys):
    file = tmp_path_factory.mktemp("config") / "config.toml"
    file.write_text('theme = "paper"\n')
    async with run(two_articles, config=read_config(file, {})) as screen:
        await screen.shown("a.txt")
        await screen.press("tab", *keys)
        expected = cells(screen)
    async with run(two_articles) as screen:
        await screen.shown("a.txt")
        await screen.press("tab")
        for theme in ("nord", "ink", "paper"):
            screen.app.theme = theme
        await screen.press(*keys)
        await screen.until(lambda: cells(screen) == expected, "the same")


async def test_the_styles_of_another_theme_are_parsed_in_a_thread(run, two_articles, monkeypatch):
    threads = []

    def noted(*args, **kwargs):
        threads.append(threading.current_thread())
        return parse(*args, **kwargs)

    async with run(two_articles) as screen:
        await screen.shown("a.txt")
        before = screen.app.stylesheet
        monkeypatch.setattr("textual.css.stylesheet.parse", noted)
        screen.app.theme = "paper"
        await screen.until(lambda: screen.app.stylesheet is not before, "the other styles")
        await screen.press("tab", "l", "z", "z")
    assert threads
    assert threading.main_thread() not in threads
