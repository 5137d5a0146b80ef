"""The git history that a book lives in: the only package that knows git.

``GitHistory`` keeps the ``History`` port. git is run through GitPython, which is imported at first use.
"""

from review_tui.adapters.git.history import GitHistory
from review_tui.adapters.git.init import make_repository

__all__ = ["GitHistory", "make_repository"]
