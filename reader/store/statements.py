"""The SQL of what is remembered of an archive's articles. Done twice, a change does no more than done once.

Values come in by name only; what is put together here are pieces of our own.
"""

# ruff: noqa: S608 - see above

PUT_ARTICLE = """
    INSERT INTO article (path, hash, title) VALUES (:path, :hash, :title)
    ON CONFLICT (path) DO UPDATE SET hash = excluded.hash, title = excluded.title
"""
KNOWN_ARTICLE = "INSERT INTO article (path, hash, title) VALUES (:path, '', :title) ON CONFLICT (path) DO NOTHING"

# A note that another instance wrote meanwhile is never overwritten: both stay, one below the other.
PUT_MARK = """
    INSERT INTO mark (key, article, anchor, exchange, quote, note, is_marked, created_at, changed_at)
    SELECT :key, number, :anchor, :exchange, :quote, :note, :is_marked, :created_at, :changed_at
    FROM article WHERE path = :path
    ON CONFLICT (key) DO UPDATE SET
        note = CASE WHEN :note = :seen THEN note
                    WHEN note IN (:seen, :note, '') THEN :note
                    WHEN :note = '' THEN note
                    ELSE note || char(10, 10) || :note END,
        is_marked = excluded.is_marked,
        changed_at = excluded.changed_at
"""
DROP_EMPTY_MARK = "DELETE FROM mark WHERE key = :key AND note = '' AND NOT is_marked"

PUT_PLACE = """
    INSERT INTO place (article, hash, anchor, is_folded, unfolded, width, left_at)
    SELECT number, :hash, :anchor, :is_folded, :unfolded, :width, :left_at FROM article WHERE path = :path
    ON CONFLICT (article) DO UPDATE SET
        hash = excluded.hash, anchor = excluded.anchor, is_folded = excluded.is_folded, unfolded = excluded.unfolded,
        width = excluded.width, left_at = excluded.left_at
"""

_OLD = "(SELECT number FROM article WHERE path = :old)"
_NEW = "(SELECT number FROM article WHERE path = :new)"
# The condition after SELECT keeps SQLite from taking ON CONFLICT for the ON of a join.
ADOPT = (
    """
    INSERT INTO article (path, hash, title, read_at) SELECT :new, hash, title, read_at FROM article WHERE path = :old
    ON CONFLICT (path) DO UPDATE SET read_at = coalesce(read_at, excluded.read_at)
    """,
    f"UPDATE mark SET article = {_NEW} WHERE article = {_OLD}",
    f"""
    INSERT INTO place (article, hash, anchor, is_folded, unfolded, width, left_at)
    SELECT {_NEW}, hash, anchor, is_folded, unfolded, width, left_at FROM place WHERE article = {_OLD}
    ON CONFLICT (article) DO UPDATE SET
        hash = excluded.hash, anchor = excluded.anchor, is_folded = excluded.is_folded, unfolded = excluded.unfolded,
        width = excluded.width, left_at = excluded.left_at
    WHERE excluded.left_at > left_at
    """,
    f"DELETE FROM place WHERE article = {_OLD}",
    f"INSERT OR IGNORE INTO seen (article, exchange) SELECT {_NEW}, exchange FROM seen WHERE article = {_OLD}",
    f"DELETE FROM seen WHERE article = {_OLD}",
    "DELETE FROM article WHERE path = :old",
)

_NEWEST_FIRST = "ORDER BY created_at DESC, mark.rowid DESC"
_MARKS = """
    SELECT key, path, title, anchor, exchange, quote, note, is_marked, created_at, changed_at
    FROM mark JOIN article ON article.number = mark.article
"""

PLACE = """
    SELECT place.hash, anchor, is_folded, unfolded, width
    FROM place JOIN article ON article.number = place.article WHERE path = :path
"""
# A cross join is done as it is written: from the newest place on, until one lies there.
LAST_PLACE = """
    SELECT left_at, path FROM place CROSS JOIN article ON article.number = place.article
    WHERE path >= :first AND path < :end ORDER BY left_at DESC LIMIT 1
"""

SEE = "INSERT OR IGNORE INTO seen (article, exchange) SELECT number, :exchange FROM article WHERE path = :path"
SEEN = "SELECT exchange FROM seen JOIN article ON article.number = seen.article WHERE path = :path"
FINISH = "UPDATE article SET read_at = :read_at WHERE path = :path AND read_at IS NULL"
UNREAD = (
    "UPDATE article SET read_at = NULL WHERE path = :path",
    "DELETE FROM seen WHERE article = (SELECT number FROM article WHERE path = :path)",
)

MARKS_OF_ARTICLE = f"{_MARKS} WHERE path = :path {_NEWEST_FIRST}"
MARKS_OF_ROOT = f"{_MARKS} WHERE path >= :first AND path < :end {_NEWEST_FIRST}"
MARK = f"{_MARKS} WHERE key = :key"

_UNDER_ROOT = "FROM article WHERE path >= :first AND path < :end"
ARTICLES = f"SELECT path, hash, title {_UNDER_ROOT}"
READ_ARTICLES = f"SELECT path {_UNDER_ROOT} AND read_at IS NOT NULL"
MARKED_ARTICLES = f"SELECT path {_UNDER_ROOT} AND number IN (SELECT article FROM mark WHERE is_marked)"
NOTED_ARTICLES = f"SELECT path {_UNDER_ROOT} AND number IN (SELECT article FROM mark WHERE note <> '')"
REMOVE_MARK = "DELETE FROM mark WHERE key = :key"
