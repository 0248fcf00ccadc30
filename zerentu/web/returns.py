"""What came in of sheets that offices filled in, in words for the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.messages import _
from queries.lights import state_words
from zerentu.returned_sheets import named
from zerentu.settings import language, tell
from zerentu.web.reading import without_folder

if TYPE_CHECKING:
    from zerentu.progress_import import ImportedProgress

__all__ = ["import_report"]


def import_report(done: ImportedProgress, folder: Path) -> dict[str, Any]:
    """Return file by file what came in and what was refused, then who disagrees and who is missing.

    Parameters
    ----------
    done
        What `zerentu.import_progress` did.
    folder
        Where the files lie, which no sentence names.
    """
    lang = language()
    return {
        "summary": tell(
            "收入 {added} 条进展，已有 {known} 条，问题 {problems} 处",
            added=len(done.added),
            known=len(done.known),
            problems=len(done.problems),
        ),
        "files": [
            {"file": Path(each.file).name, "added": each.added, "known": each.known, "problems": each.problems,
             "refused": each.refused}
            for each in done.files
        ],
        "problems": [without_folder(problem.sentence, folder).told(lang) for problem in done.problems],
        "disagreements": [
            tell(
                "说法不一：{number} {title}：{said}",
                number=each.number,
                title=each.title,
                said=[
                    _("{agency}报“{state}”", agency=agency or _("未写单位"), state=state_words(state))
                    for agency, state in each.said
                ],
            )
            for each in done.disagreements
        ],
        "missing": [
            {"agency": name, "tasks": each.tasks}
            for name, each in zip(named(done.not_returned), done.not_returned, strict=True)
        ],
        "blank": done.blank,
    }  # fmt: skip
