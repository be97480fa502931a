"""The data key, its wraps, the recovery code and the key file."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_desk.domain.errors import StorageError
from kpu_desk.storage.key_file import key_file_bytes, key_file_from, read_key_file, write_key_file
from kpu_desk.storage.keys import (
    ArgonCost,
    DataKey,
    KeyFile,
    Subkey,
    add_passphrase,
    change_passphrase,
    create_keys,
    renew_recovery_code,
    replace_passphrases,
    unwrap_with_passphrase,
    unwrap_with_recovery_code,
)
from kpu_desk.storage.recovery_code import ALPHABET, check_character, new_recovery_code, plain_recovery_code

CHEAP = ArgonCost(memory_kib=8, passes=1)
PASSPHRASE = "merdeka tiga kali"
KNOWN_SUBKEY = "2f72ba226184f44496f8eb8c4f7d75780203b9250a13e5f75a66fe003e78f003"


def code_of(call: Callable[[], object]) -> str:
    with pytest.raises(StorageError) as caught:
        call()
    return caught.value.code


@pytest.fixture
def made() -> tuple[KeyFile, DataKey, str]:
    return create_keys(PASSPHRASE, label="Kasubbag", cost=CHEAP)


def test_both_secrets_open_the_same_key(made: tuple[KeyFile, DataKey, str]) -> None:
    keys, key, code = made
    assert unwrap_with_passphrase(keys, PASSPHRASE) == key
    assert unwrap_with_recovery_code(keys, code) == key
    assert len(key.material) == 32


def test_the_real_cost_is_what_the_design_says() -> None:
    keys, key, _ = create_keys(PASSPHRASE)
    assert {wrap.cost for wrap in keys.wraps} == {ArgonCost(64 * 1024, 3, 1)}
    assert unwrap_with_passphrase(keys, PASSPHRASE) == key


def test_wrong_secrets_have_their_own_codes(made: tuple[KeyFile, DataKey, str]) -> None:
    keys, _, _ = made
    assert code_of(lambda: unwrap_with_passphrase(keys, PASSPHRASE + " ")) == "WRONG_PASSPHRASE"
    assert code_of(lambda: unwrap_with_passphrase(keys, "")) == "WRONG_PASSPHRASE"
    with pytest.raises(StorageError) as caught:
        unwrap_with_recovery_code(keys, new_recovery_code())
    assert (caught.value.code, caught.value.facts["reason"]) == ("WRONG_RECOVERY_CODE", "OTHER")


def test_a_passphrase_is_the_same_on_every_keyboard() -> None:
    keys, key, _ = create_keys("caf\u00e9 sembilan", cost=CHEAP)
    assert unwrap_with_passphrase(keys, "cafe\u0301 sembilan") == key


@pytest.mark.parametrize("short", ["", "tujuh77", "e\u0301" * 7])
def test_a_short_passphrase_is_refused(made: tuple[KeyFile, DataKey, str], short: str) -> None:
    keys, key, _ = made
    assert code_of(lambda: create_keys(short, cost=CHEAP)) == "PASSPHRASE_TOO_SHORT"
    assert code_of(lambda: add_passphrase(keys, key, short, cost=CHEAP)) == "PASSPHRASE_TOO_SHORT"
    assert code_of(lambda: change_passphrase(keys, PASSPHRASE, short)) == "PASSPHRASE_TOO_SHORT"


def test_a_further_passphrase_opens_beside_the_first(made: tuple[KeyFile, DataKey, str]) -> None:
    keys, key, _ = made
    more = add_passphrase(keys, key, "kata sandi kedua", label="Sekretaris", cost=CHEAP)
    assert unwrap_with_passphrase(more, "kata sandi kedua") == key
    assert unwrap_with_passphrase(more, PASSPHRASE) == key


def test_a_changed_passphrase_takes_the_place_of_the_old(made: tuple[KeyFile, DataKey, str]) -> None:
    keys, key, code = made
    keys = add_passphrase(keys, key, "kata sandi kedua", cost=CHEAP)
    changed = change_passphrase(keys, PASSPHRASE, "yang baru sekali", cost=CHEAP)
    assert unwrap_with_passphrase(changed, "yang baru sekali") == key
    assert unwrap_with_passphrase(changed, "kata sandi kedua") == key
    assert unwrap_with_recovery_code(changed, code) == key
    assert code_of(lambda: unwrap_with_passphrase(changed, PASSPHRASE)) == "WRONG_PASSPHRASE"
    assert [wrap.label for wrap in changed.wraps] == ["Kasubbag", "", ""]
    assert code_of(lambda: change_passphrase(keys, "salah sama sekali", "apa saja boleh")) == "WRONG_PASSPHRASE"


def test_after_a_loss_the_recovery_code_brings_a_new_passphrase(made: tuple[KeyFile, DataKey, str]) -> None:
    keys, _, code = made
    key = unwrap_with_recovery_code(keys, code)
    keys = replace_passphrases(keys, key, "yang baru sekali", cost=CHEAP)
    assert unwrap_with_passphrase(keys, "yang baru sekali") == key
    assert code_of(lambda: unwrap_with_passphrase(keys, PASSPHRASE)) == "WRONG_PASSPHRASE"
    renewed, fresh = renew_recovery_code(keys, key, cost=CHEAP)
    assert unwrap_with_recovery_code(renewed, fresh) == key
    assert code_of(lambda: unwrap_with_recovery_code(renewed, code)) == "WRONG_RECOVERY_CODE"


def test_a_wrap_of_another_workspace_kind_or_label_does_not_open(
    made: tuple[KeyFile, DataKey, str],
) -> None:
    keys, _, _ = made
    elsewhere = replace(keys, workspace_id="0" * 32)
    assert code_of(lambda: unwrap_with_passphrase(elsewhere, PASSPHRASE)) == "WRONG_PASSPHRASE"
    renamed = replace(keys, wraps=tuple(replace(wrap, label="lain") for wrap in keys.wraps))
    assert code_of(lambda: unwrap_with_passphrase(renamed, PASSPHRASE)) == "WRONG_PASSPHRASE"


def test_subkeys_differ_and_stay(made: tuple[KeyFile, DataKey, str]) -> None:
    key = DataKey(bytes(range(32)))
    assert len({key.subkey(purpose) for purpose in Subkey}) == len(Subkey)
    # A known answer: a changed derivation would lock every office out.
    assert key.subkey(Subkey.DATABASE).hex() == KNOWN_SUBKEY
    assert key.seal_passphrase() == key.subkey(Subkey.SEAL_PASSPHRASE).hex().encode()
    assert made[1].material.hex() not in repr(made[1])


def test_the_code_has_enough_chance_in_it_and_reads_back_however_it_is_typed() -> None:
    codes = {new_recovery_code() for _ in range(50)}
    assert len(codes) == 50
    for code in codes:
        plain = code.replace("-", "")
        assert [len(group) for group in code.split("-")] == [4] * 7
        assert plain_recovery_code(code) == plain
        assert plain_recovery_code(f"  {code.lower().replace('-', ' ')}\n") == plain
        assert plain_recovery_code(code.replace("-", "\u2013").replace("0", "o").replace("1", "l")) == plain
        assert plain_recovery_code(code.replace("0", "O").replace("1", "I")) == plain
    assert 27 * 5 >= 128


@given(
    st.lists(st.sampled_from(ALPHABET), min_size=27, max_size=27).map("".join),
    st.integers(0, 27),
    st.integers(0, 27),
    st.sampled_from(ALPHABET),
)
def test_one_wrong_character_or_two_exchanged_are_noticed(symbols: str, at: int, other: int, wrong: str) -> None:
    whole = list(symbols + check_character(symbols))
    assert plain_recovery_code("".join(whole)) == "".join(whole)
    slips = [[*whole[:at], wrong, *whole[at + 1 :]], list(whole)]
    slips[1][at], slips[1][other] = slips[1][other], slips[1][at]
    for slip in slips:
        if slip != whole:
            with pytest.raises(StorageError) as caught:
                plain_recovery_code("".join(slip))
            assert caught.value.facts["reason"] == "CHECK"


@pytest.mark.parametrize(("entered", "reason"), [("", "LENGTH"), ("ABCD-EFGH", "LENGTH"), ("U" * 28, "CHARACTER")])
def test_what_is_no_code_is_told_apart(entered: str, reason: str) -> None:
    with pytest.raises(StorageError) as caught:
        plain_recovery_code(entered)
    assert (caught.value.code, caught.value.facts["reason"]) == ("WRONG_RECOVERY_CODE", reason)


def test_the_key_file_comes_back(made: tuple[KeyFile, DataKey, str], tmp_path: Path) -> None:
    keys, key, code = made
    path = tmp_path / "keys.json"
    write_key_file(path, keys)
    assert read_key_file(path) == keys
    text = path.read_bytes()
    assert key.material.hex().encode() not in text
    assert PASSPHRASE.encode() not in text
    assert code.encode() not in text
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
    assert code_of(lambda: read_key_file(tmp_path / "tidak-ada")) == "FILE_MISSING"


def test_a_damaged_key_file_is_no_wrong_passphrase(made: tuple[KeyFile, DataKey, str]) -> None:
    data = key_file_bytes(made[0])
    for at in range(0, len(data), 7):
        harmed = bytearray(data)
        harmed[at] ^= 0x01
        assert code_of(partial(key_file_from, bytes(harmed))) in {"KEYS_DAMAGED", "KEYS_NEWER"}, at
    for cut in (0, 1, len(data) // 2):
        assert code_of(partial(key_file_from, data[:cut])) == "KEYS_DAMAGED"


@pytest.mark.parametrize("whole", ["null", "[]", "1", '{"version": 1}', '{"version": "1", "check": ""}', "[" * 30_000])
def test_other_json_is_a_damaged_key_file(whole: str) -> None:
    assert code_of(lambda: key_file_from(whole.encode())) == "KEYS_DAMAGED"


def test_a_hostile_cost_is_refused_before_it_is_paid(made: tuple[KeyFile, DataKey, str]) -> None:
    keys, _, _ = made
    for cost in (ArgonCost(memory_kib=2**31), ArgonCost(passes=10**6), ArgonCost(lanes=99), ArgonCost(0, 0, 0)):
        hostile = replace(keys, wraps=tuple(replace(wrap, cost=cost) for wrap in keys.wraps))
        data = key_file_bytes(hostile)
        assert code_of(partial(key_file_from, data)) == "KEYS_DAMAGED"


def test_a_newer_key_file_says_so(made: tuple[KeyFile, DataKey, str]) -> None:
    whole = json.loads(key_file_bytes(made[0]))
    whole["version"] = 2
    assert code_of(lambda: key_file_from(json.dumps(whole).encode())) == "KEYS_NEWER"
