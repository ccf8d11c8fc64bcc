"""Exact numbers: read by the one grammar, rounded where the scheme says so, written as the files hold them."""
import functools
import re
from fractions import Fraction

# model, Numbers: "One grammar in every file"
GRAMMAR = re.compile(r"-?(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?")


@functools.lru_cache(maxsize=100_000)  # the same few figures are read over and over
def read(text):
    """The fraction that a decimal string stands for; anything outside the grammar is refused."""
    if not isinstance(text, str) or not GRAMMAR.fullmatch(text):
        raise ValueError(f"not a number of the grammar: {text!r}")
    return Fraction(text)


def read_optional(holder, key):
    return read(holder[key]) if key in holder else None


def bounded(value, low, high):
    """`value` within `low` and `high`, either of which may be None: no bound. The upper one has the last word."""
    if low is not None and value < low:
        value = low
    if high is not None and value > high:
        value = high
    return value


def rounded(value, rounding):
    """model, Numbers: half-up (ties away from zero), half-even, up (away from zero), down (toward zero)."""
    step = read(rounding["step"])
    sign = -1 if value < 0 else 1
    whole, rest = divmod(abs(value) / step, 1)
    return sign * (whole + (1 if _goes_out(whole, rest, rounding.get("mode", "half-up")) else 0)) * step


def _goes_out(whole, rest, mode):
    half = Fraction(1, 2)
    if mode == "half-up":
        return rest >= half
    if mode == "half-even":
        return rest > half or (rest == half and whole % 2 == 1)
    if mode == "up":
        return rest > 0
    if mode == "down":
        return False
    raise ValueError(f"unknown rounding mode {mode!r}")


def written(value, rounding=None):
    """model, Numbers: a rounded figure with exactly the places of its step, an unrounded one with its digits if it
    ends, else as a fraction in lowest terms."""
    if rounding is not None:
        return with_places(value, places_of(rounding["step"]))
    places = _places_needed(value.denominator)
    if places is None:
        return f"{value.numerator}/{value.denominator}"
    return with_places(value, places)


def places_of(step):
    return len(step.partition(".")[2])


def with_places(value, places):
    scaled = value * 10**places
    if scaled.denominator != 1:
        raise ValueError(f"{value} does not fit {places} places")
    digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""  # model: "-0 is 0"
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def _places_needed(denominator):
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    return max(twos, fives) if denominator == 1 else None
