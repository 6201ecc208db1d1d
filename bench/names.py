"""Made-up words and names: each number stands for one, and no two numbers for the same."""

from functools import lru_cache
from itertools import accumulate
from random import Random

_ONSETS = "b br d dr f g gr h j k kh l m n p r s sh t tr v z".split()
_NUCLEI = "a e i o u ai".split()
_CODAS = ["", "l", "m", "n", "r", "t"]
SYLLABLES = [o + n + c for o in _ONSETS for n in _NUCLEI for c in _CODAS]

#: How many different words claims are made of, apart from names.
WORDS = 20_000

#: Coprime to every power of the number of syllables, so that neighbours do not sound alike.
_STRIDE = 4_294_967_311


def word(number: int, syllables: int = 3) -> str:
    """The word that a number stands for.

    >>> word(0), word(1), word(2, syllables=2)
    ('bababa', 'daikhatar', 'brutra')
    """
    base = len(SYLLABLES)
    scattered = number * _STRIDE % base**syllables
    parts = []
    for _ in range(syllables):
        scattered, digit = divmod(scattered, base)
        parts.append(SYLLABLES[digit])
    return "".join(parts)


def person(number: int) -> str:
    """A forename, of which there are few, and a surname of one's own."""
    return f"{word(number % 300, 2).capitalize()} {word(number, 4).capitalize()}"


def place(number: int) -> str:
    """A town."""
    return word(number, 3).capitalize() + "ville"


def state(number: int) -> str:
    """A country."""
    return word(number, 3).capitalize() + "ia"


def acronym(number: int) -> str:
    """Five capitals."""
    letters = []
    for _ in range(5):
        number, digit = divmod(number, 26)
        letters.append(chr(ord("A") + digit))
    return "".join(letters)


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[list[str], list[float]]:
    words = [word(number, 2 + (number > 500)) for number in range(WORDS)]
    return words, list(accumulate(1 / (rank + 2.7) for rank in range(WORDS)))


def phrase(random: Random, length: int) -> list[str]:
    """Words as often as in a language: the commonest make up most of it (Zipf, Mandelbrot)."""
    words, weights = _vocabulary()
    return random.choices(words, cum_weights=weights, k=length)
