"""How a person can be identified at check-in; these words stand in the evidence and on paper (domain.md 7.2e)."""

KNOWN_TO_OPERATOR = "dikenal petugas"
"""What holds when the operator says nothing else."""

INVITATION = "kode undangan"
"""Whoever was found by the code of an invitation; it says who was invited, not who holds the paper."""

WAYS = (KNOWN_TO_OPERATOR, "kartu pegawai", "KTP")
"""All ways that the operator chooses from, the usual one first."""
