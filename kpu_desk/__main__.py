"""``python -m kpu_desk``."""

import sys

from kpu_desk.app import main

# Worker processes of the sealing import this module again; only the first process is the program.
if __name__ == "__main__":
    sys.exit(main())
