"""The code on an invitation finds its person, and nothing invented, changed or foreign does."""

from __future__ import annotations

import base64
import secrets
from dataclasses import replace

import pytest

from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.invitations import PREFIX, invitation_code, is_invitation, read_invitation
from kpu_desk.domain.officials import Official
from tests.domain.ceremonies import draft

KEY = bytes(range(32))


def code_of(text: str, key: bytes = KEY, ceremony_id: str = "c") -> str:
    """Why a code is refused."""
    with pytest.raises(RuleError) as caught:
        read_invitation(text, replace(draft(), id=ceremony_id), key)
    return caught.value.code


def test_each_code_finds_its_person() -> None:
    ceremony = draft()
    codes = {official.id: invitation_code(ceremony, official, KEY) for official in ceremony.officials}
    assert len(set(codes.values())) == len(codes)
    for official_id, code in codes.items():
        assert read_invitation(code, ceremony, KEY) == official_id
        # As a reader that acts as a keyboard would send it.
        assert read_invitation(f" {code.lower()}\n", ceremony, KEY) == official_id


def test_a_code_is_short_and_tells_nothing_of_its_person() -> None:
    ceremony = draft()
    one = Official("o9", "Orang Rekaan", "199001012015031001", None, "Pengadministrasi Umum", None)
    code = invitation_code(ceremony, one, KEY)
    assert len(code) == 29
    assert code.startswith(PREFIX)
    # Whatever is known of a person makes no difference: only the number in the list does.
    assert code == invitation_code(ceremony, replace(one, name="Lain", nip=None), KEY)


def test_an_invented_or_changed_code_is_refused() -> None:
    ceremony = draft()
    code = invitation_code(ceremony, ceremony.officials[0], KEY)
    known = base64.b32decode(code.removeprefix(PREFIX))
    for place in range(len(known) * 8):
        changed = bytearray(known)
        changed[place // 8] ^= 1 << place % 8
        reason = "KPU-INVITATION-CEREMONY" if place < 32 else "KPU-INVITATION-LISTED"
        assert code_of(PREFIX + base64.b32encode(bytes(changed)).decode("ascii")) == reason
    invented = known[:4] + secrets.token_bytes(11)
    assert code_of(PREFIX + base64.b32encode(invented).decode("ascii")) == "KPU-INVITATION-LISTED"


@pytest.mark.parametrize("text", ["", "Damar", PREFIX, PREFIX + "A" * 23, PREFIX + "1" * 24, "KPU1:" + "A" * 24])
def test_what_is_no_invitation_is_called_so(text: str) -> None:
    assert code_of(text) == "KPU-INVITATION-FORM"
    assert is_invitation(text) == text.startswith(PREFIX)


def test_a_code_of_another_ceremony_or_another_workspace_is_refused() -> None:
    ceremony = draft()
    code = invitation_code(ceremony, ceremony.officials[0], KEY)
    assert code_of(code, ceremony_id="lain") == "KPU-INVITATION-CEREMONY"
    assert code_of(code, key=bytes(32)) == "KPU-INVITATION-CEREMONY"


def test_who_left_the_list_is_not_found() -> None:
    ceremony = draft()
    code = invitation_code(ceremony, ceremony.officials[-1], KEY)
    shorter = replace(ceremony, officials=ceremony.officials[:-1])
    with pytest.raises(RuleError, match="KPU-INVITATION-LISTED"):
        read_invitation(code, shorter, KEY)
