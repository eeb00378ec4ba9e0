"""Every number on screen is the answer to a question in here."""

from queries.question import Answer, Question, ask, previewed

__all__ = ["Answer", "Question", "ask", "previewed"]
