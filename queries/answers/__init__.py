"""Questions in plain words: read offline, without a model, and answered from the catalogue or refused with the reason.

`reading` fills the slots of a `Form` from the words of a question; `deciding` answers a form; `answer` is what comes
back. A question whose words are not all understood is refused: another question is never answered in its place.
"""

from queries.answers.answer import Answer
from queries.answers.asking import Session, ask

__all__ = ["Answer", "Session", "ask"]
