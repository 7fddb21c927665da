"""What is opened in other programs: the file in an editor, a link in a browser, the folder.

A program that needs the terminal gets it, and one comes back to the same place. Nothing goes through a shell; a link is
shown before it is opened.
"""

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import SuspendNotSupported

from reader.errors import ReaderError
from reader.model.article import Article
from reader.ui.render import plural
from reader.ui.screens.copying import CopyingScreen
from reader.ui.screens.opening import LEADING
from reader.ui.screens.overlays import link_choices
from reader.ui.screens.picker import Picker
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.choice_list import Choices

if TYPE_CHECKING:
    from reader.export.links import Link
    from reader.search.headlines import Related
    from reader.store.programs import Program


class ElsewhereScreen(CopyingScreen):
    """Editor, browser, folder."""

    def action_edit(self) -> None:
        """Open the file in the editor, at the line where one reads."""
        view, article = self.reading.view, self.reading.view.article
        if article is None:
            return
        exchange = view.current_exchange
        offset = exchange.span.start if exchange is not None else view.top_offset
        self.run_worker(partial(self._edit_in_thread, article, offset), thread=True, exclusive=True, group=LEADING)

    def _edit_in_thread(self, article: Article, offset: int) -> None:
        # All lines before it are counted: in a long text that takes a while.
        self.call_later(self._edit_at, article, article.line_numbers.at(offset))

    def _edit_at(self, article: Article, line: int) -> None:
        path, left = self._path(article), self.reading.left(article)

        from reader.store.programs import editor_at  # noqa: PLC0415 - not before another program is asked for
        from reader.store.settings import EDITOR  # noqa: PLC0415 - as above

        def come_back() -> None:
            self._want(article.id, left, self.library.filter)

        self._launch(lambda: editor_at(path, line, self._preferences.config[EDITOR]), come_back)

    @on(ArticleView.LinksAsked)
    def action_links(self) -> None:
        """The links of this article and its other headlines, to look at and to open."""
        article = self.reading.view.article
        if article is not None:
            self.run_worker(partial(self._links_in_thread, article), thread=True, exclusive=True, group=LEADING)

    @on(ArticleView.LinkPressed)
    def _link_pressed(self, event: ArticleView.LinkPressed) -> None:
        work = partial(self._link_in_thread, event.article, event.offset)
        self.run_worker(work, thread=True, exclusive=True, group="links")

    def _link_in_thread(self, article: Article, offset: int) -> None:
        from reader.export.links import link_at  # noqa: PLC0415 - as above
        from reader.search.headlines import related_in  # noqa: PLC0415 - as above

        if (link := link_at(article, offset)) is not None:
            self.call_later(self._show_links, (link,), (), link_choices((), (link,)))
            return
        related = [one for one in related_in(article, self._archive.corpus) if offset in one.span]
        if related:
            self.call_later(self.visit, related[0].article)
        else:
            self.call_later(self._show_links, (), (), link_choices((), ()))

    def _links_in_thread(self, article: Article) -> None:
        from reader.export.links import links  # noqa: PLC0415 - as above
        from reader.search.headlines import related_in  # noqa: PLC0415 - as above

        found, related = links(article), related_in(article, self._archive.corpus)
        self.call_later(self._show_links, found, related, link_choices(related, found))

    def _show_links(self, found: "tuple[Link, ...]", related: "tuple[Related, ...]", choices: Choices) -> None:
        if not found and not related:
            self.reading.status.tell("no links here, nor other headlines of this archive")
            return

        def follow(place: int | None) -> None:
            if place is None:
                return
            if place < len(related):
                self.visit(related[place].article)
            else:
                self._browse(found[place - len(related)])

        counts = [plural(len(related), "headline")] if related else []
        counts += [plural(len(found), "link")] if found else []
        hint = "Enter reads it, or opens it" if related and found else "Enter reads it" if related else "Enter opens it"
        self.lay_over(Picker(" · ".join(counts), choices, hint=hint), follow)

    def _browse(self, link: "Link") -> None:
        from reader.store.programs import browser_at  # noqa: PLC0415 - as above
        from reader.store.settings import BROWSER  # noqa: PLC0415 - as above

        self._launch(lambda: browser_at(link.url, self._preferences.config[BROWSER], os.environ), lambda: None)

    def action_folder(self) -> None:
        """Open the folder in which the file lies."""
        article = self.reading.view.article
        if article is not None:
            from reader.store.programs import file_manager_at  # noqa: PLC0415 - as above

            folder = self._path(article).parent
            self._launch(lambda: file_manager_at(folder), lambda: None)

    def _launch(self, choose: Callable[[], "Program"], come_back: Callable[[], None]) -> None:
        from reader.store.programs import run, start  # noqa: PLC0415 - as above

        try:
            program = choose()
            if program.needs_terminal:
                with self.app.suspend():
                    run(program)
                self.refresh(layout=True)
            else:
                start(program)
                self.reading.status.tell(f"started {program.name}")
        except ReaderError as error:
            self.reading.status.tell(str(error))
        except SuspendNotSupported:
            self.reading.status.tell("this terminal can't be lent to another program")
        else:
            come_back()
