"""What newspapers' readers go by when they understand a pronoun, and what each habit weighs.

Fitted on the documents of GUM's training part that are news, speeches, court records and
textbooks, by ``python -m bench.pronouns GUM.conllu --fit``. The habits are ours.
"""

from __future__ import annotations

from collections.abc import Mapping

#: The habits: each is a number of a candidate and a pronoun.
FEATURES = (
    "same_sentence", "last_sentence", "sentences", "paragraphs", "subject", "speaker",
    "speaker_both", "subject_both", "same_entity", "same_pronoun", "pronoun", "name", "inside",
    "into_quote", "own_quote", "order", "often", "reported_by", "gender", "body", "several",
    "object", "passive", "following", "generic", "starts", "known_body",
    "place", "person", "can_speak", "speechless",
)  # fmt: skip

#: What each habit weighs, per kind of pronoun, in the order of ``FEATURES``.
WEIGHTS: Mapping[str, tuple[float, ...]] = {
    "person": (
        1.50, -0.20, -0.46, -0.40, 1.14, -0.96, 0.21, 0.10, 1.57, 0.46, 0.36, 0.84, -0.03, 0.32,
        -0.27, -0.50, 0.09, 0.08, 1.07, 0.00, -0.06, -0.33, 0.08, 0.10, -0.00, -0.19, 0.00,
        0.00, -0.00, 0.00, 0.00,
    ),
    "thing": (
        1.57, 0.59, -0.30, -0.80, 0.66, 0.03, 0.21, 0.28, 2.10, -0.04, -0.04, 0.39, -1.03,
        -0.75, -0.66, -0.51, 0.24, -0.32, 0.00, -0.36, 0.16, 0.73, 0.49, -0.97, 0.34, 0.81,
        0.45, -0.39, 0.00, 0.24, -0.16,
    ),
    "several": (
        2.51, 1.04, -0.08, -0.30, -0.36, 0.29, 0.48, 0.16, 2.26, 0.76, 0.76, -0.64, 0.28, 0.58,
        -0.07, -0.66, 0.79, 0.95, 0.00, 1.00, 0.81, 0.30, 0.60, 0.00, 0.07, 1.18, -0.30, -1.50,
        0.95, 0.78, -0.49,
    ),
}  # fmt: skip
