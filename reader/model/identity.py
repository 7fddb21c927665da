"""By what an article is known, and what it may be: all that listing and searching need of an article."""

from enum import Enum
from typing import NewType

ArticleId = NewType("ArticleId", str)
"""The POSIX path relative to the archive's root; with several roots, behind the root's unique name."""

WORDS_PER_MINUTE = 238
"""Silent reading of English non-fiction by adults: Brysbaert (2019), Journal of Memory and Language 109."""


class Kind(Enum):
    """What an article was taken for."""

    INTERVIEW = "interview"
    FAQ = "faq"
    ARTICLE = "article"
