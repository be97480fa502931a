"""A sealing key that fails now and then, as a token with a bad contact does."""

from __future__ import annotations

import os

from kpu_desk.pdf.seal_key import SealKey


class BadContact:
    """Signs with a real key, but one time in each process it signs other bytes than it was given.

    Args:
        failing: which signature it is, from 1.
        ends_process: instead of signing wrongly it ends the process, as the system does for want of memory.
    """

    def __init__(self, key: SealKey, failing: int, *, ends_process: bool = False) -> None:
        self._key, self._failing, self._signed = key, failing, 0
        self._ends_process = ends_process

    @property
    def certificate_pem(self) -> bytes:
        """The real certificate."""
        return self._key.certificate_pem

    @property
    def certificate_der(self) -> bytes:
        """The real certificate."""
        return self._key.certificate_der

    def sign(self, data: bytes) -> bytes:
        """A signature of ``data``, but for the one that goes wrong."""
        self._signed += 1
        if self._ends_process and self._signed == self._failing:
            os._exit(9)
        return self._key.sign(data + b"?" if self._signed == self._failing else data)
