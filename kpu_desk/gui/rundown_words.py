"""The rundown's times and kinds in words, for desk and hall."""

from __future__ import annotations

from kpu_desk import language
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.rundown import LONGEST_STEP, Step, StepKind, clock_text, planned, runs, skipped
from kpu_desk.language import QT_TRANSLATE_NOOP, translate

KINDS: dict[StepKind, str] = {
    StepKind.REGISTRATION: QT_TRANSLATE_NOOP("rundown", "Registrasi"),
    StepKind.OPENING: QT_TRANSLATE_NOOP("rundown", "Pembukaan"),
    StepKind.ANTHEM: QT_TRANSLATE_NOOP("rundown", "Lagu"),
    StepKind.PRAYER: QT_TRANSLATE_NOOP("rundown", "Doa"),
    StepKind.REPORT: QT_TRANSLATE_NOOP("rundown", "Laporan"),
    StepKind.SPEECH: QT_TRANSLATE_NOOP("rundown", "Sambutan"),
    StepKind.READING: QT_TRANSLATE_NOOP("rundown", "Pembacaan naskah"),
    StepKind.SIGNING: QT_TRANSLATE_NOOP("rundown", "Penandatanganan"),
    StepKind.PHOTO: QT_TRANSLATE_NOOP("rundown", "Foto"),
    StepKind.CLOSING: QT_TRANSLATE_NOOP("rundown", "Penutupan"),
    StepKind.OTHER: QT_TRANSLATE_NOOP("rundown", "Acara lain"),
}


def kind_words(kind: StepKind) -> str:
    """The kind as the editor offers it."""
    return translate("rundown", KINDS[kind])


def places(steps: tuple[Step, ...]) -> dict[int, int]:
    """The number under which each step is known, by id: its place in the rundown, from 1."""
    return {step.id: number for number, step in enumerate(steps, 1)}


def plan_words(steps: tuple[Step, ...], start: str) -> dict[int, str]:
    """``09.00–09.10`` for each step, by id."""
    times = planned(steps, start)
    return {s.id: f"{clock_text(a)}–{clock_text(b)}" for s, (a, b) in zip(steps, times, strict=True)}


def state_words(ceremony: Ceremony, step: Step) -> str:
    """What became of a step: runs, done, skipped and why, or nothing yet."""
    found = [run for run in runs(ceremony.step_acts) if run.step == step.id]
    if found and found[-1].ended is None:
        return translate("rundown", "berlangsung")
    if found:
        minutes = round(sum(run.seconds or 0 for run in found) / 60)
        if minutes > LONGEST_STEP:
            # Over a night: both days stand beside it.
            return translate("rundown", "selesai")
        return language.tr("selesai, {n} menit", "", minutes).format(n=minutes)
    left = skipped(ceremony.step_acts).get(step.id)
    return "" if left is None else translate("rundown", "dilewati: {reason}").format(reason=left.reason)
