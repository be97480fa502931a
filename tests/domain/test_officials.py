"""Protocol groups are read from the words of an office."""

from __future__ import annotations

import pytest

from kpu_desk.domain.officials import Capacity, Group, Official, in_protocol_order, recognise_group


@pytest.mark.parametrize(
    ("office", "group"),
    [
        ("Ketua", Group.KETUA),
        ("Ketua KPU Provinsi Rekaan", Group.KETUA),
        ("Ketua Komisi Pemilihan Umum Kota Rekaan", Group.KETUA),
        ("Ketua merangkap Anggota", Group.KETUA),
        ("Plt. Ketua KPU Provinsi Rekaan", Group.KETUA),
        ("Ketua Divisi Data dan Informasi", Group.ANGGOTA),
        ("Wakil Ketua Divisi Hukum", Group.ANGGOTA),
        ("Anggota; Ketua Divisi Perencanaan dan Logistik", Group.ANGGOTA),
        ("Anggota KPU Provinsi Rekaan", Group.ANGGOTA),
        ("Sekretaris", Group.SEKRETARIS),
        ("SEKRETARIS KPU KOTA REKAAN", Group.SEKRETARIS),
        ("Plh. Sekretaris", Group.SEKRETARIS),
        ("Sekretaris Pribadi Ketua", Group.PELAKSANA),
        ("Ketua Tim Kerja Pengadaan", Group.PELAKSANA),
        ("Anggota Satuan Pengamanan", Group.PELAKSANA),
        ("Kepala Bagian Keuangan, Umum dan Logistik", Group.KEPALA_BAGIAN),
        ("Kabag Perencanaan", Group.KEPALA_BAGIAN),
        ("Kepala Subbagian Hukum", Group.KEPALA_SUBBAGIAN),
        ("Kepala Sub Bagian Umum", Group.KEPALA_SUBBAGIAN),
        ("Kasubbag Keuangan", Group.KEPALA_SUBBAGIAN),
        ("Analis Hukum Ahli Muda", Group.FUNGSIONAL),
        ("Pengadministrasi Umum", Group.PELAKSANA),
    ],
)
def test_group_of_office(office: str, group: Group) -> None:
    assert recognise_group(office) is group


def test_acting_capacity_is_printed_before_the_office() -> None:
    acting = Official("1", "Damar Wiraguna", None, None, "Sekretaris", None, Capacity.PLT, "SK 1/2026")
    assert acting.printed_office == "Plt. Sekretaris"
    assert acting.group is Group.SEKRETARIS


def test_protocol_order_keeps_the_roster_order_of_staff() -> None:
    offices = ["Staf B", "Kasubbag A", "Anggota", "Staf C", "Ketua", "Kabag D", "Sekretaris"]
    people = tuple(Official(str(n), office, None, None, office, None) for n, office in enumerate(offices))
    ordered = [official.office for official in in_protocol_order(people)]
    assert ordered == ["Ketua", "Anggota", "Sekretaris", "Staf B", "Kasubbag A", "Staf C", "Kabag D"]
