"""An adaptive binary range coder: yes-or-no decisions in about as many bits as they are surprising."""

from __future__ import annotations

_TOP = 1 << 24
_WHOLE = 0xFFFF_FFFF
_ONE_BITS = 16
_ONE = 1 << _ONE_BITS
_LEAST = 64
"""No decision is ever held for certain, so that any can be coded."""

_RATES = (*(_ONE // (count + 2) for count in range(30)), _ONE // 32)
"""How far a probability moves towards what happened: a half at first, a thirty-second once it is well known."""


class Odds:
    """What has been learnt about each decision; a decision is named by any hashable context.

    Encoder and decoder that are asked for the same contexts in the same order learn the same.
    """

    def __init__(self) -> None:
        self._seen: dict[object, tuple[int, int]] = {}

    def of(self, context: object) -> int:
        """The chance of a 1 in 65536ths, never 0 and never all."""
        return min(max(self._seen.get(context, (_ONE // 2, 0))[0], _LEAST), _ONE - _LEAST)

    def learn(self, context: object, bit: int) -> None:
        """Moves the chance towards ``bit``."""
        chance, count = self._seen.get(context, (_ONE // 2, 0))
        rate = _RATES[min(count, len(_RATES) - 1)]
        self._seen[context] = (chance + ((_ONE * bit - chance) * rate >> _ONE_BITS), count + 1)


class RangeEncoder:
    """Writes decisions; ``finish`` gives the bytes."""

    def __init__(self) -> None:
        self._odds = Odds()
        self._low = 0
        self._range = _WHOLE
        self._out = bytearray()

    def bit(self, context: object, bit: int) -> None:
        """Writes one decision."""
        bound = (self._range >> _ONE_BITS) * self._odds.of(context)
        if bit:
            self._range = bound
        else:
            self._low += bound
            self._range -= bound
        self._odds.learn(context, bit)
        while self._range < _TOP:
            self._range = self._range << 8 & _WHOLE
            self._shift()

    def finish(self) -> bytes:
        """The shortest bytes that a decoder reads as what was written."""
        # Any number from low to low + range - 1 will do: the one with most zeros at its end, whose zeros are left out.
        for zeros in range(32, 0, -1):
            rounded = (self._low + (1 << zeros) - 1) >> zeros << zeros
            if rounded <= self._low + self._range - 1:
                self._low = rounded
                break
        for _ in range(4):
            self._shift()
        return bytes(self._out).rstrip(b"\0")

    def _shift(self) -> None:
        if self._low > _WHOLE:
            # A carry runs through bytes that are written already, at worst to the first one.
            place = len(self._out) - 1
            while self._out[place] == 0xFF:
                self._out[place] = 0
                place -= 1
            self._out[place] += 1
            self._low &= _WHOLE
        self._out.append(self._low >> 24)
        self._low = self._low << 8 & _WHOLE


class RangeDecoder:
    """Reads the decisions back; after the last byte it reads zeros for ever, so the caller must know when to stop."""

    def __init__(self, data: bytes) -> None:
        self._odds = Odds()
        self._data = iter(data)
        self._range = _WHOLE
        self._code = 0
        for _ in range(4):
            self._code = self._code << 8 | next(self._data, 0)

    def bit(self, context: object) -> int:
        """Reads one decision."""
        bound = (self._range >> _ONE_BITS) * self._odds.of(context)
        if self._code < bound:
            bit, self._range = 1, bound
        else:
            bit = 0
            self._code -= bound
            self._range -= bound
        self._odds.learn(context, bit)
        while self._range < _TOP:
            self._range = self._range << 8 & _WHOLE
            self._code = (self._code << 8 | next(self._data, 0)) & _WHOLE
        return bit
