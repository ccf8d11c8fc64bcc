#!/usr/bin/env python3
"""Writes the sample workbooks; closed ones are closed, carried on and taken in by the command line.

    python3 samples/make.py            (needs target/release/kaohe, or KAOHE=path)
    python3 samples/make.py s4 s8      only these

The figures that must come out are calculated by hand in README.md.
"""
import sys

sys.dont_write_bytecode = True

from generators import s1, s2, s3, s4, s5, s6, s7, s8, s9  # noqa: E402, after the line above

SYSTEMS = {"s1": s1, "s2": s2, "s3": s3, "s4": s4, "s5": s5, "s6": s6, "s7": s7, "s8": s8, "s9": s9}

if __name__ == "__main__":
    for name in sys.argv[1:] or SYSTEMS:
        SYSTEMS[name].make()
