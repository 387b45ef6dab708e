"""Documents that say the same: which are copies or versions of which, and where they differ."""

from corpus.copies.conflicts import Conflict, find_conflicts
from corpus.copies.relations import is_compared, is_version, relate

__all__ = ["Conflict", "find_conflicts", "is_compared", "is_version", "relate"]
