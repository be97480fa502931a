"""A private Xorg with screens that are really plugged and unplugged, genuine pens with pressure and a touchscreen.

Xorg's dummy video driver shows on no monitor; its ``inputtest`` driver takes messages on a unix socket (its header
xf86-input-inputtest-protocol.h, version 1.1) and makes the XInput 2 events of a device out of them. Both want root.
"""

from __future__ import annotations

import os
import shutil
import socket
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tests.waiting import LIMIT_S

MODES = {
    "1366x768": "85.25 1366 1440 1576 1784 768 771 781 798",
    "1920x1080": "173 1920 2048 2248 2576 1080 1083 1088 1120",
}
DEVICES = {
    "pen": ("KPU test pen stylus", "PointerAbsoluteProximity", 'Option "PointerHasPressure" "true"'),
    "spare": ("KPU spare pen stylus", "PointerAbsoluteProximity", 'Option "PointerHasPressure" "true"'),
    "touch": ("KPU test touchscreen", "Touch", 'Option "TouchCount" "5"'),
    "mouse": ("KPU test mouse", "PointerAbsolute", ""),
    "keys": ("KPU test keyboard", "Keyboard", ""),
}
_RANGE = 65_536
"""Steps of a device's axis over all screens together."""
PEN_PRESSURE, TOUCH_PRESSURE = 1_000, 2_047


@dataclass(frozen=True)
class Point:
    """Place in pixels of all screens, pressure 0 to 1."""

    x: float
    y: float
    pressure: float = 0.5


class _Device:
    """The socket of one device; ``size`` is that of all screens together, in pixels."""

    _MOTION, _PROXIMITY, _BUTTON, _TOUCH = 2, 3, 4, 6

    def __init__(self, path: Path, size: tuple[int, int]) -> None:
        self.size = size
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.connect(str(path))
        self._socket.sendall(struct.pack("<IIHH", 12, 0, 1, 1))
        self._answer(12)

    def close(self) -> None:
        """Lets the device go; the driver takes the next client only then."""
        self._socket.close()

    def sync(self) -> None:
        """Comes back when the server has handled what was sent."""
        self._socket.sendall(struct.pack("<II", 8, 1))
        self._answer(8)

    def _answer(self, length: int) -> None:
        while length:
            got = self._socket.recv(length)
            if not got:
                raise ConnectionError("the server closed the device")
            length -= len(got)

    def _send(self, kind: int, head: bytes, point: Point, full: int) -> None:
        axes = {
            0: point.x * _RANGE / self.size[0],
            1: point.y * _RANGE / self.size[1],
            4: point.pressure * full,
        }
        mask = sum(1 << axis for axis in axes)
        values = [axes.get(axis, 0.0) for axis in range(64)]
        body = head + struct.pack("<I8s4x128d", 0, mask.to_bytes(8, "little"), *values, *[0.0] * 64)
        self._socket.sendall(struct.pack("<II", 8 + len(body), kind) + body)


class GenuinePen(_Device):
    """A pen with pressure and proximity."""

    def down(self, point: Point) -> None:
        """Comes into reach and onto the pad."""
        hover = Point(point.x, point.y, 0)
        self._send(self._PROXIMITY, struct.pack("<I4x", 1), hover, PEN_PRESSURE)
        self._send(self._MOTION, struct.pack("<I4x", 1), hover, PEN_PRESSURE)
        self._send(self._BUTTON, struct.pack("<iiI4x", 1, 1, 1), point, PEN_PRESSURE)

    def move(self, point: Point) -> None:
        """On the pad, or above it."""
        self._send(self._MOTION, struct.pack("<I4x", 1), point, PEN_PRESSURE)

    def up(self, point: Point) -> None:
        """Off the pad and out of reach."""
        lifted = Point(point.x, point.y, 0)
        self._send(self._BUTTON, struct.pack("<iiI4x", 1, 1, 0), lifted, PEN_PRESSURE)
        self._send(self._PROXIMITY, struct.pack("<I4x", 0), lifted, PEN_PRESSURE)
        self.sync()


class GenuineTouch(_Device):
    """A touchscreen; one finger is one contact."""

    _BEGIN, _UPDATE, _END = 18, 19, 20

    def down(self, point: Point, contact: int = 1) -> None:
        """A finger lies down."""
        self._send(self._TOUCH, struct.pack("<II", contact, self._BEGIN), point, TOUCH_PRESSURE)

    def move(self, point: Point, contact: int = 1) -> None:
        """It moves."""
        self._send(self._TOUCH, struct.pack("<II", contact, self._UPDATE), point, TOUCH_PRESSURE)

    def up(self, point: Point, contact: int = 1) -> None:
        """It is lifted."""
        self._send(self._TOUCH, struct.pack("<II", contact, self._END), Point(point.x, point.y, 0), TOUCH_PRESSURE)
        self.sync()

    def tap(self, x: float, y: float) -> None:
        """A short touch."""
        self.down(Point(x, y))
        time.sleep(0.05)
        self.up(Point(x, y))


class GenuineMouse(_Device):
    """A mouse that is told places, for the tests."""

    def move(self, point: Point) -> None:
        """Moves by absolute places."""
        self._send(self._MOTION, struct.pack("<I4x", 1), point, 0)

    def down(self, point: Point) -> None:
        """Presses the left button there."""
        self.move(point)
        self._send(self._BUTTON, struct.pack("<iiI4x", 1, 1, 1), point, 0)

    def up(self, point: Point) -> None:
        """Releases it."""
        self._send(self._BUTTON, struct.pack("<iiI4x", 1, 1, 0), point, 0)
        self.sync()


class GenuineKeys(_Device):
    """A keyboard, by the numbers of its keys (X key codes)."""

    _KEY = 5

    def strike(self, *codes: int) -> None:
        """Presses the keys one after the other and lets all go."""
        for codes_in_order, down in ((codes, 1), (codes[::-1], 0)):
            for code in codes_in_order:
                body = struct.pack("<iI", code, down)
                self._socket.sendall(struct.pack("<II", 8 + len(body), self._KEY) + body)
        self.sync()


_Kind = TypeVar("_Kind", bound=_Device)


class Xorg:
    """A running server; programs started with ``environment`` show their windows there."""

    def __init__(self, display: str, folder: Path, pid: int) -> None:
        self.display, self._folder, self.pid = display, folder, pid
        self._devices: dict[str, _Device] = {}
        self.size = (1366, 768)

    @property
    def environment(self) -> dict[str, str]:
        """The environment for a program on this display."""
        return {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": "1"}

    def run(self, *command: str) -> str:
        """Runs a client of the display and gives what it printed."""
        return subprocess.run(command, env=self.environment, check=True, capture_output=True, text=True).stdout

    def pen(self, name: str = "pen") -> GenuinePen:
        """The pen, or the ``spare`` one."""
        return self._device(name, GenuinePen)

    def touch(self) -> GenuineTouch:
        """The touchscreen."""
        return self._device("touch", GenuineTouch)

    def mouse(self) -> GenuineMouse:
        """The mouse."""
        return self._device("mouse", GenuineMouse)

    def keys(self) -> GenuineKeys:
        """The keyboard."""
        return self._device("keys", GenuineKeys)

    def _device(self, name: str, kind: type[_Kind]) -> _Kind:
        # The driver takes one client for each device.
        made = self._devices.get(name) or kind(self._folder / f"{name}.sock", self.size)
        assert isinstance(made, kind)
        made.size = self.size
        self._devices[name] = made
        return made

    @contextmanager
    def punctual(self) -> Iterator[None]:
        """The hand and the server come before everything else meanwhile, where the system allows that."""
        with suppress(OSError):
            for process in (0, self.pid):
                os.sched_setscheduler(process, os.SCHED_FIFO, os.sched_param(1))
        try:
            yield
        finally:
            with suppress(OSError):
                for process in (0, self.pid):
                    os.sched_setscheduler(process, os.SCHED_OTHER, os.sched_param(0))

    def let_go(self) -> None:
        """Closes the sockets of all devices."""
        for device in self._devices.values():
            device.close()
        self._devices.clear()

    def plug(self, output: int = 1, mode: str = "1920x1080") -> None:
        """A further screen at the right of the one before."""
        name = f"DUMMY{output}"
        if mode not in self.run("xrandr").partition(name)[2].partition("DUMMY")[0]:
            self.run("xrandr", "--addmode", name, mode)
        self.run("xrandr", "--output", name, "--mode", mode, "--right-of", f"DUMMY{output - 1}")
        self.measure()

    def unplug(self, output: int = 1) -> None:
        """The screen's cable is pulled out."""
        self.run("xrandr", "--output", f"DUMMY{output}", "--off")
        self.measure()

    def measure(self) -> None:
        """Takes the size of all screens together, for the devices, after they were laid anew."""
        words = self.run("xrandr").partition("current ")[2].partition(",")[0].split()
        self.size = (int(words[0]), int(words[2]))


def why_not() -> str:
    """Why no such server can be had here; empty when it can."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "Xorg with devices of its own wants root"
    missing = [tool for tool in ("Xorg", "xrandr", "xinput") if shutil.which(tool) is None]
    if missing:
        return f"not installed: {', '.join(missing)}"
    drivers = Path("/usr/lib/xorg/modules")
    if not (drivers / "drivers/dummy_drv.so").exists() or not (drivers / "input/inputtest_drv.so").exists():
        return "Xorg's dummy video driver or its inputtest driver is not installed"
    return ""


@contextmanager
def xorg() -> Iterator[Xorg]:
    """A server with one screen of 1366×768, and all devices over all screens."""
    folder = Path(tempfile.mkdtemp(prefix="xorg-"))
    config = folder / "xorg.conf"
    config.write_text(_config(folder), encoding="utf-8")
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        [
            *("Xorg", "-config", str(config), "-logfile", str(folder / "log"), "-novtswitch", "-sharevts"),
            *("-displayfd", str(write_end), "-noreset", "-nolisten", "tcp"),
        ],
        pass_fds=(write_end,),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    try:
        with os.fdopen(read_end) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError((folder / "log").read_text(encoding="utf-8", errors="replace")[-2_000:])
        made = Xorg(f":{number}", folder, server.pid)
        try:
            yield made
        finally:
            made.let_go()
    finally:
        server.terminate()
        try:
            server.wait(LIMIT_S)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _config(folder: Path) -> str:
    def section(kind: str, *lines: str) -> str:
        return "\n".join([f'Section "{kind}"', *lines, "EndSection", ""])

    def option(name: str, value: str | Path) -> str:
        return f'Option "{name}" "{value}"'

    modes = [f'Modeline "{name}" {timing}' for name, timing in MODES.items()]
    display = ["DefaultDepth 24", 'SubSection "Display"', "Depth 24", 'Modes "1366x768" "1920x1080"', "EndSubSection"]
    devices = [
        section(
            "InputDevice", f'Identifier "{identifier}"', 'Driver "inputtest"',
            option("SocketPath", folder / f"{name}.sock"), option("DeviceType", kind), further,
        )
        for name, (identifier, kind, further) in DEVICES.items()
    ]  # fmt: skip
    core = {"mouse": "CorePointer", "keys": "CoreKeyboard"}
    use = [
        f'InputDevice "{identifier}" "{core.get(name, "SendCoreEvents")}"' for name, (identifier, *_) in DEVICES.items()
    ]
    return "\n".join([
        section("ServerFlags", option("AutoAddDevices", "false"), option("DontVTSwitch", "true")),
        section("Device", 'Identifier "card"', 'Driver "dummy"', "VideoRam 256000"),
        section("Monitor", 'Identifier "monitor"', "HorizSync 5-1000", "VertRefresh 5-1000", *modes),
        section("Screen", 'Identifier "screen"', 'Device "card"', 'Monitor "monitor"', *display),
        *devices,
        section("ServerLayout", 'Identifier "layout"', 'Screen "screen"', *use),
    ])  # fmt: skip


def write(pen: GenuinePen | GenuineTouch | GenuineMouse, points: Sequence[Point], rate: float) -> float:
    """One stroke at so many points a second; gives by how many seconds the latest point was late."""
    pen.down(points[0])
    begin = time.monotonic()
    late = 0.0
    for number, point in enumerate(points[1:], 1):
        time.sleep(max(0.0, begin + number / rate - time.monotonic()))
        pen.move(point)
        late = max(late, time.monotonic() - begin - number / rate)
    pen.up(points[-1])
    return late
