"""The closed sets of labels. Each names the scheme that its words come from.

All are string enumerations: ``SpeechAct.DENY == "deny"``, and the value is what JSON, SQL and
users see.
"""

from enum import StrEnum


class SourceKind(StrEnum):
    """What a source is (after FollowTheMoney's Person, Organization, PublicBody; AP and Reuters on
    naming).
    """

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    ARMED_GROUP = "armed_group"
    MEDIA = "media"
    DOCUMENT = "document"
    COLLECTIVE = "collective"
    ANONYMOUS = "anonymous"
    UNKNOWN = "unknown"


class Naming(StrEnum):
    """How the text names a source (after the AP and Reuters handbooks on sourcing).

    ``PRONOUN`` marks a source that a text shows only as "he" or "they" and that could not be
    resolved.
    """

    NAMED = "named"
    DESCRIBED = "described"
    UNNAMED = "unnamed"
    PRONOUN = "pronoun"


class AttributionType(StrEnum):
    """What kind of attitude is attributed (PARC 3.0, Pareti 2016)."""

    ASSERTION = "assertion"
    BELIEF = "belief"
    FACT = "fact"
    EVENTUALITY = "eventuality"


class Form(StrEnum):
    """Whether the content stands in quotation marks: all of it, none, or some (PolNeAR, Citron)."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class SpeechAct(StrEnum):
    """What the cue does (after the verbal classes of CAMEO, and Searle's acts)."""

    STATE = "state"
    REPORT = "report"
    CONFIRM = "confirm"
    DENY = "deny"
    ACCUSE = "accuse"
    ALLEGE = "allege"
    ADMIT = "admit"
    CLAIM_RESPONSIBILITY = "claim_responsibility"
    ESTIMATE = "estimate"
    PREDICT = "predict"
    DEMAND = "demand"
    PROMISE = "promise"
    WARN = "warn"
    INSIST = "insist"
    QUESTION = "question"
    CORRECT = "correct"
    RETRACT = "retract"
    DECLINE_COMMENT = "decline_comment"
    NO_STATEMENT = "no_statement"
    OTHER = "other"


class Stance(StrEnum):
    """Where a source stands towards a claim (RumourEval's support, deny, query, comment,
    refined).
    """

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DOUBTS = "doubts"
    ACCUSES = "accuses"
    DECLINES = "declines"
    SILENT = "silent"


class Polarity(StrEnum):
    """Whether the claim says that something is so, or that it is not (FactBank, Saurí and
    Pustejovsky 2009).
    """

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNKNOWN = "unknown"


class Certainty(StrEnum):
    """How sure the source is (FactBank: CT, PR, PS, U)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNDERSPECIFIED = "underspecified"


class Comparator(StrEnum):
    """How a number is bounded in the text (UCDP's low, best and high; ACLED on vague numbers)."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    FEWER_THAN = "fewer_than"
    BETWEEN = "between"
    VAGUE = "vague"
    FRACTION_OF = "fraction_of"


class Role(StrEnum):
    """The part somebody plays in a claim (PropBank's agent and patient; the accused and the
    cleared are ours).
    """

    AGENT = "agent"
    PATIENT = "patient"
    ACCUSED = "accused"
    CLEARED = "cleared"
    RECIPIENT = "recipient"
    OTHER = "other"


class Precision(StrEnum):
    """How exactly a time is known (the date_prec of UCDP and ACLED, finer)."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"


class RelationKind(StrEnum):
    """What two claims are to each other (textual entailment, RST's elaboration, Argdown;
    retraction from publishing).
    """

    CONTRADICTS = "contradicts"
    CORROBORATES = "corroborates"
    UPDATES = "updates"
    REFINES = "refines"
    RETRACTS = "retracts"
    NOT_COMPARABLE = "not_comparable"


#: Kinds that hold both ways round; the others go from ``a`` to ``b``.
SYMMETRIC = frozenset(
    {RelationKind.CONTRADICTS, RelationKind.CORROBORATES, RelationKind.NOT_COMPARABLE}
)


class ConflictType(StrEnum):
    """What a relation rests on (de Marneffe, Rafferty and Manning 2008; responsibility, time and
    place are ours).
    """

    NEGATION = "negation"
    ANTONYM = "antonym"
    NUMERIC = "numeric"
    RESPONSIBILITY = "responsibility"
    TIME = "time"
    PLACE = "place"
    FACTIVE = "factive"
    STRUCTURE = "structure"
    LEXICAL = "lexical"


class Independence(StrEnum):
    """Whether two sources that agree could have learned it from each other (PROV's derivation)."""

    SAME_SOURCE = "same_source"
    SHARED_UPSTREAM = "shared_upstream"
    INDEPENDENT = "independent"


class LineageKind(StrEnum):
    """Why two documents or attributions are not independent (PROV wasDerivedFrom, refined)."""

    SAME_TEXT = "same_text"
    SAME_STATEMENT = "same_statement"
    SAME_ORIGIN = "same_origin"
    CITES = "cites"


class Decision(StrEnum):
    """What a person decides about a record (nomenklatura's judgement, with corrections and
    withdrawal).
    """

    CONFIRM = "confirm"
    REJECT = "reject"
    UNSURE = "unsure"
    CORRECT = "correct"
    MERGE = "merge"
    SPLIT = "split"
    WITHDRAW = "withdraw"
