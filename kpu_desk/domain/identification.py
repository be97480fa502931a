"""How a person can be identified at check-in; these words stand in the evidence and on paper (domain.md 7.2e)."""

KNOWN_TO_OPERATOR = "dikenal petugas"
"""What holds when the operator says nothing else."""

WAYS = (KNOWN_TO_OPERATOR, "kartu pegawai", "KTP")
"""All ways, the usual one first."""
