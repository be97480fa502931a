"""Readiness of the computer: printer, pen, screens, disk, power, clock, faces, sealing key; one function for each."""

from __future__ import annotations

from datetime import timedelta

from kpu_desk.domain.readiness import Facts, Light, Lines, Topic, line

LEAST_FREE_MB, SAFE_FREE_MB = 500, 2_000
"""Below the first a day may not fit (300 people × 3 sheets take some 200 MB with their backup); below the second it
does, but nothing else should."""

LEAST_BATTERY, SAFE_BATTERY = 30, 80
"""Per cent, without a charger: two hours of a usual battery, and most of a day."""

SEAL_WARNING = timedelta(days=60)
CLOCK_TOLERANCE = timedelta(seconds=2)


def printer(facts: Facts) -> Lines:
    """Records can be printed later; drafts and blank lists are missed today."""
    if facts.machine is not None:
        printers, stopped = facts.machine.printers, facts.machine.stopped
        if stopped:
            yield line(Topic.PRINTER, Light.YELLOW, "PRINTER_STOPPED", stopped)
        elif printers:
            yield line(Topic.PRINTER, Light.GREEN, "PRINTER_THERE", printers)
        else:
            yield line(Topic.PRINTER, Light.YELLOW, "PRINTER_NONE")


def pen(facts: Facts) -> Lines:
    """Something to sign with, and what it really delivered (measured, not what its maker says)."""
    machine = facts.machine
    if machine is None:
        return
    if not machine.has_pen and not machine.has_touch:
        yield line(Topic.PEN, Light.RED, "PEN_NONE")
    elif machine.truth is None:
        yield line(Topic.PEN, Light.YELLOW, "PEN_UNMEASURED" if machine.has_pen else "TOUCH_UNMEASURED")
    else:
        fit = machine.truth.fit_for_expert
        rate = round(machine.truth.rate_hz)
        yield line(
            Topic.PEN, Light.GREEN if fit else Light.YELLOW, "PEN_FIT" if fit else "PEN_PICTURE_ONLY", count=rate
        )


def screens(facts: Facts) -> Lines:
    """A screen for the signer and one for the hall, each showing something of its own."""
    machine = facts.machine
    if machine is None:
        return
    if machine.mirrored:
        yield line(Topic.SIGNER_SCREEN, Light.RED, "SCREENS_MIRRORED")
    elif machine.signer_screen:
        yield line(Topic.SIGNER_SCREEN, Light.GREEN, "SIGNER_SCREEN_THERE")
    else:
        yield line(Topic.SIGNER_SCREEN, Light.YELLOW, "SIGNER_SCREEN_NONE")
    there = machine.hall_screen
    yield line(
        Topic.HALL_SCREEN, Light.GREEN if there else Light.YELLOW, "HALL_SCREEN_THERE" if there else "HALL_SCREEN_NONE"
    )


def disk(facts: Facts) -> Lines:
    """Room for the day."""
    light = (
        Light.RED if facts.free_mb < LEAST_FREE_MB else Light.YELLOW if facts.free_mb < SAFE_FREE_MB else Light.GREEN
    )
    code = "DISK_ROOM" if light is Light.GREEN else "DISK_LOW"
    yield line(Topic.DISK, light, code, count=facts.free_mb)


def power(facts: Facts) -> Lines:
    """What happens when the mains fail."""
    if facts.power is None:
        yield line(Topic.POWER, Light.YELLOW, "POWER_UNKNOWN")
        return
    battery, charger = facts.power.battery, facts.power.charger
    if battery is None:
        yield line(Topic.POWER, Light.YELLOW, "BATTERY_NONE")
    elif charger and battery < LEAST_BATTERY:
        yield line(Topic.POWER, Light.YELLOW, "BATTERY_CHARGING", count=battery)
    elif charger:
        yield line(Topic.POWER, Light.GREEN, "CHARGER_ON", count=battery)
    else:
        light = Light.RED if battery < LEAST_BATTERY else Light.YELLOW
        code = "BATTERY_ENOUGH" if battery >= SAFE_BATTERY else "BATTERY_LOW"
        yield line(Topic.POWER, light, code, count=battery)


def clock(facts: Facts) -> Lines:
    """A clock that never went back behind journal or program, checked, in the office's zone, on the ceremony's day."""
    today = facts.now.astimezone(facts.profile.zone.tzinfo).date()
    found = []
    if facts.last_entry is not None and facts.now + CLOCK_TOLERANCE < facts.last_entry:
        found.append(line(Topic.CLOCK, Light.RED, "CLOCK_BACK"))
    if facts.unborn:
        found.append(line(Topic.CLOCK, Light.RED, "CLOCK_UNBORN"))
    if not facts.clock_checked:
        found.append(line(Topic.CLOCK, Light.YELLOW, "CLOCK_UNCHECKED"))
    zone = facts.profile.zone
    if facts.local_offset is not None and facts.local_offset != timedelta(hours=zone.offset_hours):
        found.append(line(Topic.CLOCK, Light.YELLOW, "ZONE_OTHER", (zone.label,)))
    days = (facts.ceremony.date - today).days
    if days < 0:
        found.append(line(Topic.CLOCK, Light.YELLOW, "DAY_PASSED", count=-days))
    elif days > 0:
        found.append(line(Topic.CLOCK, Light.GREEN, "DAY_TO_COME", count=days))
    return found or (line(Topic.CLOCK, Light.GREEN, "CLOCK_RIGHT", (zone.label,)),)


def fonts(facts: Facts) -> Lines:
    """Faces for paper, and every name in them."""
    if not facts.faces:
        yield line(Topic.FONTS, Light.RED, "FONTS_MISSING")
    elif facts.unprintable:
        yield line(Topic.FONTS, Light.RED, "NAMES_UNPRINTABLE", facts.unprintable)
    else:
        yield line(Topic.FONTS, Light.GREEN, "FONTS_THERE")


def seal(facts: Facts) -> Lines:
    """The office's key: there, whole, and good for longer than the filing takes."""
    today = facts.now.date()
    if facts.seal or facts.seal_until is None:
        yield line(Topic.SEAL, Light.RED, "SEAL_UNUSABLE", (facts.seal,))
    elif facts.seal_until < today:
        yield line(Topic.SEAL, Light.RED, "SEAL_EXPIRED", (facts.seal_until.isoformat(),))
    else:
        soon = facts.seal_until < today + SEAL_WARNING
        code = "SEAL_ENDS_SOON" if soon else "SEAL_GOOD"
        yield line(Topic.SEAL, Light.YELLOW if soon else Light.GREEN, code, (facts.seal_until.isoformat(),))


def escrow(facts: Facts) -> Lines:
    """Whether dynamics are kept from whoever opens the workspace."""
    until = facts.escrow_until
    if facts.escrow and until is not None and until < facts.now.date():
        yield line(Topic.ESCROW, Light.YELLOW, "ESCROW_EXPIRED", (until.isoformat(),))
    elif facts.escrow:
        yield line(Topic.ESCROW, Light.GREEN, "ESCROW_SET")
    else:
        yield line(Topic.ESCROW, Light.YELLOW, "ESCROW_NONE")
