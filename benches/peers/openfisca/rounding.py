"""Money to the fen."""

from numpy import floor


def to_the_fen(amount):
    """Rounded half up."""
    return floor(amount * 100 + 0.5) / 100
