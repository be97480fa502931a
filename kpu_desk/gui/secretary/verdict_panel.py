"""The answer of "Periksa": one large word with its sign and colour, why, what was signed by whom, what to do."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kpu_desk.domain.profile import Zone
from kpu_desk.domain.verdict import SealReport, SignatureReport, Verdict
from kpu_desk.gui.look import BASE, state_icon
from kpu_desk.gui.secretary.register_model import VERDICT_STATES
from kpu_desk.gui.widgets import heading, label

_SIGN = 32
_MOST_SIGNATURES = 12
_MOST_REASONS = 12

# The soft ground and the bar at the left, as banners have them.
_GROUNDS = {
    Verdict.VALID: "good",
    Verdict.CHANGED: "problem",
    Verdict.CANNOT_VERIFY: "problem",
}
_OTHER_GROUND = "contoh"


def _ground(report: SealReport) -> str:
    if report.mark and report.verdict is Verdict.VALID:
        return report.mark.lower()
    return _GROUNDS.get(report.verdict, _OTHER_GROUND)


class VerdictPanel(QFrame):
    """Shows a report; hidden until one is there.

    Args:
        zone: the office's, in which times are told.
    """

    def __init__(self, zone: Zone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zone = zone
        self.setProperty("surface", "field")
        self.setObjectName("verdict_panel")
        self.word = heading("")
        self.name = label("", "soft")
        self.reasons, self.signatures, self.advice = label(""), label(""), label("", "strong")
        for text in (self.word, self.name, self.reasons, self.signatures, self.advice):
            text.setWordWrap(True)
        self._sign = QLabel()
        self._head = QFrame()
        self._lay_out()
        self.hide()

    def show_report(self, report: SealReport, name: str = "") -> None:
        """The verdict of one file.

        Args:
            report: what was found.
            name: the file's name, already cleaned; nothing where the place says it.
        """
        from kpu_desk.services.inspecting import reason_sentence, report_advice, report_word

        word = report_word(report)
        self.word.setText(word)
        self.word.setAccessibleName(word)
        self._sign.setPixmap(
            state_icon(VERDICT_STATES[report.verdict], _SIGN).pixmap(QSize(_SIGN, _SIGN), self.devicePixelRatioF())
        )
        self._head.setProperty("banner", _ground(report))
        self._head.style().unpolish(self._head)
        self._head.style().polish(self._head)
        self.name.setText(name)
        self.name.setVisible(bool(name))
        sentences = [reason_sentence(reason) for reason in report.reasons[:_MOST_REASONS]]
        if len(report.reasons) > _MOST_REASONS:
            sentences.append(
                self.tr("Dan {n} alasan lain.", "", len(report.reasons) - _MOST_REASONS).format(
                    n=len(report.reasons) - _MOST_REASONS
                )
            )
        self.reasons.setText("\n".join(sentences))
        self.signatures.setText("\n\n".join(self._signed(report)))
        self.signatures.setVisible(bool(report.signatures))
        self.advice.setText(report_advice(report))
        self.setAccessibleName(f"{word}. {name}".strip())
        self.setAccessibleDescription(" ".join((*sentences, self.advice.text())))
        self.show()

    def _signed(self, report: SealReport) -> list[str]:
        shown = [self._signature(item) for item in report.signatures[:_MOST_SIGNATURES]]
        more = len(report.signatures) - len(shown)
        return [*shown, self.tr("Dan {n} tanda tangan lain.", "", more).format(n=more)] if more > 0 else shown

    def _signature(self, item: SignatureReport) -> str:
        from kpu_desk.services.inspecting import time_words

        who = item.signer or self.tr("tidak diketahui")
        at = time_words(item.at, self.zone) if item.at else ""
        if item.time_stamp:
            by, when = self.tr("Stempel waktu dari {who}"), self.tr("Waktu stempel: {at}.")
        else:
            by, when = self.tr("Ditandatangani oleh {who}"), self.tr("Waktu menurut penanda tangan: {at}.")
        facts = [self.tr("Bagian yang ditandatangani utuh") if item.intact else self.tr("Tidak cocok dengan isinya")]
        if not item.time_stamp:
            facts.append(self.tr("sertifikat dipercaya") if item.trusted else self.tr("sertifikat tidak dikenal"))
        return "\n".join(filter(None, (by.format(who=who), when.format(at=at) if at else "", "; ".join(facts) + ".")))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.word)
        words.addWidget(self.name)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(BASE * 2, BASE, BASE * 2, BASE)
        head.setSpacing(BASE + BASE // 2)
        head.addWidget(self._sign)
        head.addLayout(words, 1)
        body = QVBoxLayout()
        body.setContentsMargins(BASE * 2, BASE, BASE * 2, BASE + BASE // 2)
        body.setSpacing(BASE * 2)
        for text in (self.reasons, self.signatures, self.advice):
            body.addWidget(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(body)
