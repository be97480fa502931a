"""The post room: untrusted spreadsheets in, plain rows out."""
