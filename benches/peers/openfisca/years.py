"""Years of recognition."""


def is_new(when, period):
    """Whether a recognition is of the year or the one before."""
    year = period.start.year
    return (when == year) | (when == year - 1)
