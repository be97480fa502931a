"""Dates, numbers and amounts as Indonesian offices write them (EYD V, domain.md 4.4)."""

from __future__ import annotations

from datetime import date

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

_UNITS = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_GROUPS = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))
LARGEST_SPELLED = 10**15 - 1


def weekday(day: date) -> str:
    """``Kamis`` for 22 January 2026."""
    return WEEKDAYS[day.weekday()]


def long_date(day: date) -> str:
    """``22 Januari 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def numeric_date(day: date) -> str:
    """``22-01-2026``."""
    return f"{day.day:02}-{day.month:02}-{day.year:04}"


def date_in_words(day: date) -> str:
    """``Kamis, tanggal Dua Puluh Dua bulan Januari tahun Dua Ribu Dua Puluh Enam`` (domain.md 4.4)."""
    return (
        f"{weekday(day)}, tanggal {_capitalised(terbilang(day.day))} bulan {MONTHS[day.month - 1]} "
        f"tahun {_capitalised(terbilang(day.year))}"
    )


def terbilang(number: int) -> str:
    """The number in words, in lower case: ``dua ribu dua puluh enam``.

    Raises:
        ValueError: below 0 or above LARGEST_SPELLED.
    """
    if not 0 <= number <= LARGEST_SPELLED:
        raise ValueError(f"cannot spell {number}")
    if number == 0:
        return "nol"
    words: list[str] = []
    rest = number
    for size, name in _GROUPS:
        count, rest = divmod(rest, size)
        if count == 1 and size == 1000:
            # Only the lone thousand contracts: seribu, but satu juta and dua puluh satu ribu.
            words.append("seribu")
        elif count:
            words += [_below_thousand(count), name]
    if rest:
        words.append(_below_thousand(rest))
    return " ".join(words)


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = []
    if hundreds:
        words.append("seratus" if hundreds == 1 else f"{_UNITS[hundreds]} ratus")
    if rest == 10:
        words.append("sepuluh")
    elif rest == 11:
        words.append("sebelas")
    elif 11 < rest < 20:
        words.append(f"{_UNITS[rest - 10]} belas")
    else:
        tens, unit = divmod(rest, 10)
        if tens:
            words.append(f"{_UNITS[tens]} puluh")
        if unit:
            words.append(_UNITS[unit])
    return " ".join(words)


def _capitalised(words: str) -> str:
    return " ".join(word.capitalize() for word in words.split())


def thousands(number: int) -> str:
    """``1.234.567``; a minus sign before negative numbers."""
    return f"{number:,}".replace(",", ".").replace("-", "−")


def rupiah(amount: int) -> str:
    """``Rp41.500.000,00`` for 41 500 000 whole rupiah (domain.md 1.5)."""
    return ("−" if amount < 0 else "") + f"Rp{thousands(abs(amount))},00"
