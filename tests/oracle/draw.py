"""Draws from a seed; only whole numbers, so that every Python gives the same ones."""
import random
from fractions import Fraction

from exact import written


class Draw:
    def __init__(self, seed):
        self.source = random.Random(seed)

    def below(self, limit):
        return self.source.randrange(limit)

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def chance(self, percent):
        return self.below(100) < percent

    def pick(self, options):
        return options[self.below(len(options))]

    def weighted(self, options):
        """One of (option, weight)."""
        left = self.below(sum(weight for _, weight in options))
        for option, weight in options:
            left -= weight
            if left < 0:
                return option
        raise ValueError("no weight")

    def shuffled(self, options):
        left, drawn = list(options), []
        while left:
            drawn.append(left.pop(self.below(len(left))))
        return drawn

    def some(self, options, least=1):
        """At least `least` of them, in their order."""
        count = self.between(min(least, len(options)), len(options))
        chosen = set(self.shuffled(range(len(options)))[:count])
        return [one for index, one in enumerate(options) if index in chosen]

    def hex(self, digits):
        return "".join("0123456789abcdef"[self.below(16)] for _ in range(digits))

    def multiple(self, step, low, high):
        """A multiple of `step` (Fraction) within low..high, written."""
        first, last = -(-low // step), high // step
        return written(Fraction(self.between(int(first), int(last))) * step)
