"""The press: the only room with ReportLab, Pillow, pikepdf, pyHanko and pypdfium2."""
