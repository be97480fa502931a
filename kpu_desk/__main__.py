"""``python -m kpu_desk``."""

import multiprocessing
import sys

from kpu_desk.app import main

# Worker processes of the sealing import this module again; only the first process is the program.
if __name__ == "__main__":
    # In a frozen bundle a worker process is this very program, started with other arguments.
    multiprocessing.freeze_support()
    sys.exit(main())
