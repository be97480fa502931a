"""The one question before sealing: sheets without a number are sealed so only on purpose (domain.md 8.13)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kpu_desk import language
from kpu_desk.gui.asking import Answer, Question, ask

if TYPE_CHECKING:
    from kpu_desk.services.sealing import SealingNeed

_MOST_SERIALS = 4


def seal_or_ask(
    parent: QWidget,
    need: SealingNeed,
    *,
    seal: Callable[[bool], object],
    give_numbers: Callable[[], object],
) -> Question | None:
    """Seals at once when every sheet has its number; else asks, and gives the open question.

    Args:
        seal: seals; its argument says that sheets may be sealed without a number.
        give_numbers: leads to where numbers are given.
    """
    if not need.unnumbered:
        seal(False)
        return None
    serials = ", ".join(need.unnumbered[:_MOST_SERIALS])
    if len(need.unnumbered) > _MOST_SERIALS:
        serials += ", …"
    # Written out each time: lupdate finds a text only in a call of this name.
    translate = QCoreApplication.translate
    question = language.tr(
        "{n} lembar belum bernomor ({serials}). Rekamannya memuat “Nomor: menyusul”. Nomor yang diberikan kemudian "
        "membuat rekaman pengganti; rekaman lama dan penggantinya sama-sama disimpan.",
        "",
        len(need.unnumbered),
    ).format(n=len(need.unnumbered), serials=serials)
    return ask(
        parent,
        translate("sealing_question", "Segel tanpa nomor?"),
        question,
        Answer(translate("sealing_question", "Segel tanpa nomor"), lambda: seal(True), "plain"),
        Answer(translate("sealing_question", "Beri nomor dahulu …"), give_numbers, "primary"),
        stay=translate("sealing_question", "Batal"),
    )
