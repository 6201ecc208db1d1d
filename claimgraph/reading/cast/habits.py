"""What newspapers' readers go by when they understand a pronoun, and what each habit weighs.

Fitted on the documents of GUM's training part that are news, speeches, court records and
textbooks, by ``python -m bench.pronouns GUM.conllu --fit``. The habits are ours. One weight is set
by hand: in the news who spoke last is who "he said" means, which GUM's few speakers do not show
("speaker_both" of persons; 0.24 as fitted, and any number up to 1.8 is as good there).
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
        1.50, -0.22, -0.46, -0.39, 1.11, -0.93, 1.30, 0.10, 1.60, 0.45, 0.35, 0.80, -0.01, 0.32,
        -0.27, -0.51, 0.09, 0.90, 1.07, 0.00, -0.06, -0.31, 0.09, 0.10, -0.00, -0.18, 0.00,
        0.00, 0.00, 0.00, 0.00,
    ),
    "thing": (
        1.57, 0.58, -0.31, -0.80, 0.65, 0.03, 0.21, 0.27, 2.09, -0.04, -0.04, 0.38, -1.04,
        -0.76, -0.66, -0.51, 0.24, -0.32, 0.00, -0.37, 0.16, 0.72, 0.48, -0.97, 0.33, 0.81,
        0.44, -0.39, 0.00, 0.21, -0.17,
    ),
    "several": (
        2.50, 1.05, -0.07, -0.31, -0.36, 0.29, 0.47, 0.15, 2.27, 0.77, 0.77, -0.62, 0.27, 0.56,
        -0.07, -0.67, 0.79, 0.96, 0.00, 0.99, 0.82, 0.30, 0.58, 0.00, 0.06, 1.19, -0.32, -1.52,
        0.96, 0.78, -0.48,
    ),
}  # fmt: skip
