"""The oracle against figures worked out by hand; each case names its source. Run: python3 selftest.py"""
import os
import sys
import unittest

if __name__ == "__main__":
    suite = unittest.defaultTestLoader.discover(os.path.dirname(os.path.abspath(__file__)))
    sys.exit(0 if unittest.TextTestRunner().run(suite).wasSuccessful() else 1)
