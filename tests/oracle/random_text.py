"""Titles and roundings, which every part of a scheme has."""

STEPS = ["0.01", "0.1", "0.5", "1", "0.25", "0.05", "0.03", "0.3", "0.001", "0.7", "2"]
MODES = ["half-up", "half-even", "up", "down"]


def text(word):
    return {"zh-CN": word, "en": word}


def rounding(draw, steps=None):
    rule = {"step": draw.pick(steps or STEPS)}
    if draw.chance(75):
        rule["mode"] = draw.pick(MODES)
    return rule
