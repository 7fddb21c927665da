"""`python -m reader`: the command line."""

import sys

from reader.cli import main

sys.exit(main())
