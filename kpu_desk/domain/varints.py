"""Whole numbers of either sign in few bytes: zigzag varints, written and read in order."""

from __future__ import annotations


def put(out: bytearray, number: int) -> None:
    """Appends a zigzag varint: small differences of either sign take one byte."""
    number = number << 1 if number >= 0 else (-number << 1) - 1
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)


def put_column(out: bytearray, column: list[int]) -> None:
    """Appends numbers as their differences."""
    previous = 0
    for number in column:
        put(out, number - previous)
        previous = number


class VarintReader:
    """Reads zigzag varints in order; IndexError at the end of the bytes, ValueError for a number without end."""

    def __init__(self, data: bytes, position: int = 0) -> None:
        self._data = data
        self.position = position

    def take(self) -> int:
        """The next number."""
        number = shift = 0
        while True:
            byte = self._data[self.position]
            self.position += 1
            number |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
            if shift > 63:
                raise ValueError("varint")
        return -((number + 1) >> 1) if number & 1 else number >> 1

    def column(self, count: int) -> list[int]:
        """The next numbers as `put_column` wrote them."""
        value, column = 0, []
        for _ in range(count):
            value += self.take()
            column.append(value)
        return column
