"""An archive that is open: its files, what is known of them, and their search.

```
            load ──► Build, in a process of its own (or here, where there is little to read)
                       │ messages
Archive ◄── Intake ◄───┘                 corpus, progress: swapped whole, for any thread to look at
   └── engine ──► Index ◄── commits      reloaded when the build says so
```
"""

import shutil
import tempfile
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from reader.errors import UnreadableError
from reader.formats import registry
from reader.library.build import Build, Files, text_of
from reader.library.build_messages import Committed, Message, Ready, Warned
from reader.library.build_process import BuildProcess, Job
from reader.library.load import Intake, Progress
from reader.library.scan import Found, read_file, scan
from reader.model.article import Article, ArticleId
from reader.model.corpus import Corpus, Skipped
from reader.search.engine import Engine, TantivyEngine
from reader.search.index import Index, IndexDamagedError

OnChange = Callable[[], None]

_FEW_FILES = 64
_FEW_BYTES = 1 << 20
"""As much is read within the program, faster than a process starts."""
_OPEN_ARTICLES = 64
_TOLD_EVERY_SECONDS = 0.1


class Archive:
    """Roots, the corpus so far, its articles and its search. Any thread may look while one loads."""

    def __init__(self, paths: Sequence[Path], cache: Path | None) -> None:
        # Not resolved: a link is shown under the name that was given.
        self._paths = tuple(Path.cwd() / path for path in paths)
        self._cache = cache
        self._given: Given | None = None
        self._index = Index.in_memory()
        self._intake = Intake()
        self._engine = TantivyEngine(self._index, self._intake)
        self._closed = threading.Event()
        self._process: BuildProcess | None = None
        self._temporary: Path | None = None
        self._lock = threading.Lock()
        self._articles: OrderedDict[ArticleId, tuple[tuple[int, int], Article]] = OrderedDict()

    @classmethod
    def open(cls, paths: Sequence[Path], *, cache: Path | None) -> "Archive":
        """The archive of folders and files. Nothing is looked at before `load`.

        Args:
            paths: what is read: folders with all that is in them, and files whatever their suffix.
            cache: where indexes are kept from one time to the next; None keeps none.
        """
        return cls(paths, cache)

    @classmethod
    def of_text(cls, raw: bytes, name: str) -> "Archive":
        """An archive of one article that is no file: what came in on standard input."""
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
        return self._intake.corpus

    @property
    def progress(self) -> Progress:
        """How far they are known."""
        return self._intake.progress

    @property
    def warnings(self) -> tuple[str, ...]:
        """What went wrong without harm, a sentence each."""
        return self._intake.warnings

    @property
    def engine(self) -> Engine:
        """The search over what has been loaded so far."""
        return self._engine

    def load(self, on_change: OnChange | None = None) -> None:
        """Read the archive until all of it can be searched, or `close` is called.

        Args:
            on_change: called from this thread, at most ten times a second, when `corpus` or `progress` is another.
        """
        told = _Told(on_change or (lambda: None))
        if self._is_small() or not self._load_elsewhere(told):
            self._load_here(told)
        told.now()

    def close(self) -> None:
        """Stop loading at once and let everything go."""
        self._closed.set()
        with self._lock:
            process, self._process = self._process, None
            temporary, self._temporary = self._temporary, None
        if process:
            process.stop()
        if temporary:
            shutil.rmtree(temporary, ignore_errors=True)

    def path(self, article: ArticleId) -> Path:
        """The file of an article; KeyError where there is none."""
        return self.corpus[article].path

    def raw(self, article: ArticleId) -> bytes:
        """The bytes of its file; raises UnreadableError with the reason."""
        path = self.path(article)
        return self._given.raw if self._given else read_file(path)

    def article(self, article: ArticleId) -> Article:
        """The article, read and parsed; raises UnreadableError with the reason."""
        try:
            path = self.path(article)
        except KeyError:
            raise UnreadableError("no longer in the archive") from None
        if self._given:
            return registry.read(self._given.raw, article)
        try:
            status = path.stat()
        except OSError:
            stamp = (-1, -1)
        else:
            stamp = (status.st_size, status.st_mtime_ns)
        with self._lock:
            kept = self._articles.get(article)
            if kept and kept[0] == stamp:
                self._articles.move_to_end(article)
                return kept[1]
        raw = text_of(path)
        made = registry.read(raw, article, path.suffix.lower())
        with self._lock:
            self._articles[article] = (stamp, made)
            while len(self._articles) > _OPEN_ARTICLES:
                self._articles.popitem(last=False)
        return made

    def _is_small(self) -> bool:
        """Whether reading it takes less than starting a process."""
        if self._given:
            return True
        found = list(islice(scan(self._paths), _FEW_FILES + 1))
        return len(found) <= _FEW_FILES and sum(one.size for one in found if isinstance(one, Found)) <= _FEW_BYTES

    def _load_here(self, told: "_Told") -> None:
        """Read it within this process."""
        self._search(Index.in_memory())
        source = self._given or Files(self._paths)
        Build(source, self._index, lambda one: self._take(one, told), is_stopped=self._closed.is_set).run()

    def _load_elsewhere(self, told: "_Told") -> bool:
        """Read it in another process; false where that did not work to the end."""
        try:
            folder = Path(tempfile.mkdtemp(prefix="reader-"))
            with self._lock:
                self._temporary = folder
            self._search(Index.at(folder))
            process = BuildProcess(Job(tuple(map(str, self._paths)), str(folder), is_kept=False))
        except (OSError, IndexDamagedError) as error:
            self._take(Warned(f"the archive is read within the program, which is slower: {error}"), told)
            return False
        with self._lock:
            self._process = process
        for message in process.messages():
            if self._closed.is_set():
                return True
            self._take(message, told)
            if isinstance(message, Ready):
                return True
        if self._closed.is_set():
            return True
        self._take(Warned("the process that read the archive ended early: it is read again within the program"), told)
        return False

    def _search(self, index: Index) -> None:
        """Begin anew with an index."""
        self._index = index
        warnings = self._intake.warnings
        self._intake = Intake()
        self._intake.warnings = warnings
        self._engine = TantivyEngine(index, self._intake)

    def _take(self, message: Message, told: "_Told") -> None:
        self._intake.take(message)
        if isinstance(message, Committed):
            self._index.reload()
        told.soon()


class Given:
    """One text that is no file, as the source of an archive."""

    def __init__(self, raw: bytes, name: str) -> None:
        self.raw = raw
        self.name = name

    def scan(self) -> Iterator[Found | Skipped]:
        """The text, under its name."""
        yield Found(ArticleId(self.name), self.name, len(self.raw), 0)

    def read(self, found: Found) -> bytes:
        """Its bytes."""
        del found
        return self.raw

    def head(self, found: Found) -> bytes:
        """Its bytes."""
        return self.read(found)


class _Told:
    """Calls back, not oftener than can be seen."""

    def __init__(self, on_change: OnChange) -> None:
        self._on_change = on_change
        self._at = 0.0

    def soon(self) -> None:
        """Something is another."""
        if time.monotonic() - self._at >= _TOLD_EVERY_SECONDS:
            self.now()

    def now(self) -> None:
        """Tell what has not been told."""
        self._on_change()
        self._at = time.monotonic()
