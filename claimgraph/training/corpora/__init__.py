"""The training corpora, one file for each: all become documents of one kind."""

from claimgraph.training.corpora.annotated import (
    Annotated,
    GoldAttribution,
    GoldMention,
    GoldSyntax,
    Range,
)
from claimgraph.training.corpora.conllu import read_conllu
from claimgraph.training.corpora.gum import names_of_mentions
from claimgraph.training.corpora.plain import read_texts
from claimgraph.training.corpora.polnear import read_polnear
from claimgraph.training.corpora.re3d import read_re3d
from claimgraph.training.corpora.sentences import Sentence, read_sentences
from claimgraph.training.corpora.tokenized import Tokenized
from claimgraph.training.corpora.uner import read_names

__all__ = [
    "Annotated",
    "GoldAttribution",
    "GoldMention",
    "GoldSyntax",
    "Range",
    "Sentence",
    "Tokenized",
    "names_of_mentions",
    "read_conllu",
    "read_names",
    "read_polnear",
    "read_re3d",
    "read_sentences",
    "read_texts",
]
