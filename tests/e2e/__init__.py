"""The program as a whole, as a subprocess on a private X server."""
