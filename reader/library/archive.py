"""An archive that is open: its files, what is known of them, and their search.

```
load, follow ──► Build, in a process of its own (or here, where there is little to read)
                   │ messages
Archive ◄── Holdings                        corpus, progress, search
   └── OpenedArticles                       texts, read when they are opened
```
"""

# What is kept is opened and searched in less time than it takes to import what reads files and builds an index: that
# is imported where it is wanted.
# ruff: noqa: PLC0415

from __future__ import annotations

import sys
import threading
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.build_messages import Ready
from reader.library.cache import Cache, clear_other_versions
from reader.library.holdings import Holdings, OutpacedError
from reader.library.opened import OpenedArticles
from reader.library.telling import OnChange, Told
from reader.search.index import Index
from reader.search.schema import IndexDamagedError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.build import Build
    from reader.library.build_messages import Message
    from reader.library.build_process import BuildProcess
    from reader.library.files import Given
    from reader.library.load import Progress
    from reader.model.article import Article
    from reader.model.corpus import Corpus
    from reader.model.identity import ArticleId
    from reader.search.engine import Engine

_FEW_FILES = 64
_FEW_BYTES = 1 << 20
"""As much is read within the program, faster than a process starts."""
_CHECKED_HERE = 20_000
"""Files; so many are compared with the cache in less time than a process takes to start."""


class Archive:
    """Roots, the corpus so far, its articles and its search. Any thread may look while one loads."""

    def __init__(self, paths: Sequence[Path], cache: Path | None) -> None:
        # Not resolved: a link is shown under the name that was given.
        self._paths = tuple(Path.cwd() / path for path in paths)
        self._given: Given | None = None
        self._caches = cache
        self._holdings = Holdings(Cache.of(cache, self._paths) if cache else None)
        self._opened = OpenedArticles(self.path)
        self._closed = threading.Event()
        self._process: BuildProcess | None = None
        self._build: Build | None = None
        self._temporary: Path | None = None
        self._lock = threading.Lock()

    @classmethod
    def open(cls, paths: Sequence[Path], *, cache: Path | None) -> Archive:
        """The archive of folders and files. Nothing is looked at before `load`.

        Args:
            paths: what is read: folders with all that is in them, and files whatever their suffix.
            cache: where indexes are kept from one time to the next; None keeps none.
        """
        return cls(paths, cache)

    @classmethod
    def of_text(cls, raw: bytes, name: str) -> Archive:
        """An archive of one article that is no file: what came in on standard input."""
        from reader.library.files import Given

        archive = cls((), None)
        archive._given = Given(raw, name)
        return archive

    @property
    def paths(self) -> tuple[Path, ...]:
        """The folders and files it was opened with, absolute; for standard input, the name it was given."""
        return (Path(self._given.name),) if self._given else self._paths

    @property
    def corpus(self) -> Corpus:
        """All articles, as far as they are known."""
        return self._holdings.intake.corpus

    @property
    def progress(self) -> Progress:
        """How far they are known."""
        return self._holdings.intake.progress

    @property
    def warnings(self) -> tuple[str, ...]:
        """What went wrong without harm, a sentence each."""
        return self._holdings.intake.warnings

    @property
    def engine(self) -> Engine:
        """The search over what has been loaded so far."""
        return self._holdings.engine

    def load(self, on_change: OnChange | None = None, *, is_awaited: bool = False) -> None:
        """Read the archive until all of it can be searched, or `close` is called.

        Args:
            on_change: called from this thread, at most three times a second, when `corpus` or `progress` is another.
            is_awaited: whether nothing is done meanwhile: then the files are compared with the cache within the
                program, however many they are. It takes a third of the time, but keeps other threads from running.
        """
        told = Told(on_change or (lambda: None))
        holdings = self._holdings
        is_kept = holdings.cache is not None and holdings.cache.exists and holdings.begin_with_kept()
        if is_kept:
            # What was kept can be read and searched before it is known whether the files are still so.
            told.now()
        if is_kept and holdings.is_current(sys.maxsize if is_awaited else _CHECKED_HERE):
            self._take(Ready(), told)
        elif self._is_small():
            self._load_here(told)
        else:
            if not is_kept:
                holdings.begin_with_kept()
                told.now()
            if not self._load_elsewhere(told):
                self._load_here(told)
            elif self._caches and not is_kept:
                # A first time in this version of the format, perhaps not the first of all.
                clear_other_versions(self._caches)
        told.now()

    def follow(self, on_change: OnChange | None = None) -> None:
        """Take in what changes among the files, until `close` is called; `load` comes first.

        Args:
            on_change: as for `load`.
        """
        told = Told(on_change or (lambda: None))
        if self._given:
            return
        if self._build is None and self._process is None and not self._closed.is_set():
            self._start()
        if self._process:
            self._process.follow()
            if not self._listen(told, is_followed=True):
                self._holdings.warn("changes among the files are no longer followed")
                told.now()
        elif build := self._build:
            from reader.library.watch import changes

            def catch_up() -> None:
                build.catch_up()
                told.now()

            for files in changes(self._paths, self._closed, catch_up):
                build.run() if files is None else build.update(files)
                told.now()

    def prefer(self, articles: Sequence[ArticleId]) -> None:
        """Let these be read before the others that are still to be read: those on the screen."""
        with self._lock:
            if self._process:
                self._process.prefer(articles)

    def close(self) -> None:
        """Stop loading at once and let everything go. What has been done is kept, if there is a cache."""
        self._closed.set()
        with self._lock:
            process, self._process = self._process, None
            temporary, self._temporary = self._temporary, None
        if process:
            process.stop(at_once=temporary is not None)
        self._holdings.close()
        if temporary:
            import shutil

            shutil.rmtree(temporary, ignore_errors=True)

    def path(self, article: ArticleId) -> Path:
        """The file of an article; KeyError where there is none."""
        return self.corpus[article].path

    def raw(self, article: ArticleId) -> bytes:
        """The bytes of its file; raises UnreadableError with the reason."""
        from reader.library.one_file import read_file

        path = self.path(article)
        return self._given.raw if self._given else read_file(path)

    def article(self, article: ArticleId) -> Article:
        """The article, read and parsed; raises UnreadableError with the reason."""
        if self._given:
            from reader.formats import registry

            return registry.read(self._given.raw, article)
        return self._opened.article(article)

    def glance(self, article: ArticleId) -> Article | None:
        """A big article as plain lines, at once; None where it isn't big, or is read already, or can't be."""
        return None if self._given else self._opened.glance(article)

    def _is_small(self) -> bool:
        """Whether reading it takes less than starting a process."""
        from reader.library.scan import Found, scan

        if self._given:
            return True
        found = list(islice(scan(self._paths), _FEW_FILES + 1))
        return len(found) <= _FEW_FILES and sum(one.size for one in found if isinstance(one, Found)) <= _FEW_BYTES

    def _load_here(self, told: Told) -> None:
        """Read it within this process."""
        from reader.library.build import Build
        from reader.library.files import Files

        index = Index.in_memory()
        self._holdings.begin(index)
        source = self._given or Files(self._paths)
        self._build = Build(source, index, lambda one: self._take(one, told), stopped=self._closed)
        self._build.run()

    def _load_elsewhere(self, told: Told) -> bool:
        """Read it in another process; false where that did not work to the end."""
        holdings = self._holdings
        has_died = False
        while self._start():
            warnings = self.warnings
            if self._listen(told) or self._closed.is_set():
                return True
            with self._lock:
                process, self._process = self._process, None
            if process:
                process.stop(at_once=True)
            if not holdings.cache:
                holdings.warn("the process that read the archive ended early: it is read again within the program")
                return False
            if has_died or self.warnings != warnings:
                is_told = self.warnings != warnings
                holdings.keep_nothing("" if is_told else "the cache can't be written; is the disk full?")
            # One that died without a word may have been killed: the next goes on from what it kept.
            has_died = True
        return False

    def _start(self) -> bool:
        """Start the process that reads; false where there can't be one."""
        import tempfile

        from reader.library.build_process import BuildProcess, Job

        try:
            cache = self._holdings.cache
            if cache:
                folder = cache.folder
            else:
                folder = Path(tempfile.mkdtemp(prefix="reader-"))
                with self._lock:
                    self._temporary = folder
                self._holdings.begin(Index.at(folder))
            process = BuildProcess(Job(tuple(map(str, self._paths)), str(folder), is_kept=cache is not None))
        except (OSError, IndexDamagedError) as error:
            self._holdings.warn(f"the archive is read within the program, which is slower: {error}")
            return False
        with self._lock:
            is_late = self._closed.is_set()
            if not is_late:
                self._process = process
        if is_late:
            process.stop(at_once=True)
            self.close()
        return not is_late

    def _listen(self, told: Told, *, is_followed: bool = False) -> bool:
        """Take in what the process tells, until all is read; false where it ended before."""
        process = self._process
        for message in process.messages() if process else ():
            if self._closed.is_set():
                break
            try:
                self._take(message, told)
            except OutpacedError:
                return False
            if isinstance(message, Ready):
                told.now()
                if not is_followed:
                    return True
        return self._closed.is_set()

    def _take(self, message: Message, told: Told) -> None:
        self._holdings.take(message)
        told.soon()
