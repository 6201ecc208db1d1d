"""The first schema: every table, and the index of words."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

#: SQLite keeps the words of claims in an index of their own, which triggers hold to the table. The
#: words come separated by spaces and need no more cutting: "ascii" leaves all other letters alone.
_SQLITE = (
    """
    CREATE VIRTUAL TABLE claim_words
    USING fts5(words, content='claim', content_rowid='row', tokenize='ascii', detail='none')
    """,
    """
    CREATE TRIGGER claim_words_insert AFTER INSERT ON claim BEGIN
        INSERT INTO claim_words (rowid, words) VALUES (new.row, new.words);
    END
    """,
    """
    CREATE TRIGGER claim_words_delete AFTER DELETE ON claim BEGIN
        INSERT INTO claim_words (claim_words, rowid, words) VALUES ('delete', old.row, old.words);
    END
    """,
    """
    CREATE TRIGGER claim_words_update AFTER UPDATE OF words ON claim BEGIN
        INSERT INTO claim_words (claim_words, rowid, words) VALUES ('delete', old.row, old.words);
        INSERT INTO claim_words (rowid, words) VALUES (new.row, new.words);
    END
    """,
)

_POSTGRESQL = (
    """
    CREATE INDEX ix_claim_lexemes ON claim
    USING gin (array_to_tsvector(string_to_array(words, ' ')))
    """,
)


def upgrade() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("published_from", sa.BigInteger(), nullable=True),
        sa.Column("published_to", sa.BigInteger(), nullable=True),
        sa.Column("recorded", sa.BigInteger(), nullable=False),
        sa.Column("reading_id", sa.String(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
    )
    op.create_index("ix_document_published_from", "document", ["published_from"], unique=False)
    op.create_index("ix_document_publisher", "document", ["publisher"], unique=False)
    op.create_index("ix_document_sha256", "document", ["sha256"], unique=False)
    op.create_table(
        "event",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("happened_from", sa.BigInteger(), nullable=True),
        sa.Column("happened_to", sa.BigInteger(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
    )
    op.create_index("ix_event_happened_from", "event", ["happened_from"], unique=False)
    op.create_table(
        "judgement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("recorded", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_judgement"),
    )
    op.create_table(
        "lineage",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("from_id", sa.String(), nullable=False),
        sa.Column("to_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_lineage"),
    )
    op.create_index("ix_lineage_from_id", "lineage", ["from_id"], unique=False)
    op.create_index("ix_lineage_to_id", "lineage", ["to_id"], unique=False)
    op.create_table(
        "question",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=True),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_question"),
    )
    op.create_index("ix_question_event_id", "question", ["event_id"], unique=False)
    op.create_table(
        "relation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("a", sa.String(), nullable=False),
        sa.Column("b", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=True),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("independence", sa.String(), nullable=True),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("recorded", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_relation"),
    )
    op.create_index("ix_relation_kind", "relation", ["kind"], unique=False)
    op.create_table(
        "shared_form",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("shared_id", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("shared_id", "kind", "digest", name="pk_shared_form"),
    )
    op.create_table(
        "source",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("naming", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_source"),
    )
    op.create_index("ix_source_kind", "source", ["kind"], unique=False)
    op.create_table(
        "affiliation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.String(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("during_from", sa.BigInteger(), nullable=False),
        sa.Column("during_to", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["source.id"], name="fk_affiliation_member_id_source", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["source.id"],
            name="fk_affiliation_organisation_id_source",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_affiliation"),
    )
    op.create_index("ix_affiliation_member_id", "affiliation", ["member_id"], unique=False)
    op.create_index(
        "ix_affiliation_organisation_id", "affiliation", ["organisation_id"], unique=False
    )
    op.create_table(
        "archive",
        sa.Column("reading_id", sa.String(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("recorded", sa.BigInteger(), nullable=False),
        sa.Column("superseded", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name="fk_archive_document_id_document",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("reading_id", "superseded", name="pk_archive"),
    )
    op.create_index("ix_archive_document_id", "archive", ["document_id"], unique=False)
    op.create_table(
        "attribution",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=True),
        sa.Column("parent_id", sa.String(), nullable=True),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=True),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("published_from", sa.BigInteger(), nullable=True),
        sa.Column("published_to", sa.BigInteger(), nullable=True),
        sa.Column("said_from", sa.BigInteger(), nullable=True),
        sa.Column("said_to", sa.BigInteger(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name="fk_attribution_document_id_document",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name="fk_attribution_source_id_source"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_attribution"),
    )
    op.create_index(
        "ix_attribution_act_published_from", "attribution", ["act", "published_from"], unique=False
    )
    op.create_index(
        "ix_attribution_document_id_position",
        "attribution",
        ["document_id", "position"],
        unique=False,
    )
    op.create_index(
        "ix_attribution_source_id_published_from",
        "attribution",
        ["source_id", "published_from"],
        unique=False,
    )
    op.create_table(
        "event_identity",
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("entity_id", sa.String(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name="fk_event_identity_event_id_event", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event_id", "since", name="pk_event_identity"),
    )
    op.create_index(
        "ix_event_identity_entity_id_until_event_id",
        "event_identity",
        ["entity_id", "until", "event_id"],
        unique=False,
    )
    op.create_table(
        "identity",
        sa.Column("source_id", sa.String(), nullable=False),
        sa.Column("entity_id", sa.String(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name="fk_identity_source_id_source", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("source_id", "since", name="pk_identity"),
    )
    op.create_index(
        "ix_identity_entity_id_until_source_id",
        "identity",
        ["entity_id", "until", "source_id"],
        unique=False,
    )
    op.create_table(
        "judgement_subject",
        sa.Column("judgement_id", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["judgement_id"],
            ["judgement.id"],
            name="fk_judgement_subject_judgement_id_judgement",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("judgement_id", "subject", name="pk_judgement_subject"),
    )
    op.create_index("ix_judgement_subject_subject", "judgement_subject", ["subject"], unique=False)
    op.create_table(
        "ruling",
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("plain", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("judgement_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["judgement_id"],
            ["judgement.id"],
            name="fk_ruling_judgement_id_judgement",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("subject", "field", "since", name="pk_ruling"),
    )
    op.create_index("ix_ruling_field_plain", "ruling", ["field", "plain"], unique=False)
    op.create_index("ix_ruling_judgement_id", "ruling", ["judgement_id"], unique=False)
    op.create_table(
        "shared_version",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("shared_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name="fk_shared_version_document_id_document",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("document_id", "kind", "shared_id", name="pk_shared_version"),
    )
    op.create_index("ix_shared_version_shared_id", "shared_version", ["shared_id"], unique=False)
    op.create_table(
        "source_name",
        sa.Column("source_id", sa.String(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("strong", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name="fk_source_name_source_id_source", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("source_id", "key", name="pk_source_name"),
    )
    op.create_index("ix_source_name_key", "source_name", ["key"], unique=False)
    op.create_table(
        "claim",
        sa.Column(
            "row",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("attribution_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=True),
        sa.Column("event_id", sa.String(), nullable=True),
        sa.Column("predicate", sa.Text(), nullable=False),
        sa.Column("polarity", sa.String(), nullable=False),
        sa.Column("certainty", sa.String(), nullable=False),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("published_from", sa.BigInteger(), nullable=True),
        sa.Column("published_to", sa.BigInteger(), nullable=True),
        sa.Column("happened_from", sa.BigInteger(), nullable=True),
        sa.Column("happened_to", sa.BigInteger(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attribution_id"],
            ["attribution.id"],
            name="fk_claim_attribution_id_attribution",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name="fk_claim_document_id_document",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_claim_event_id_event"),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name="fk_claim_source_id_source"),
        sa.PrimaryKeyConstraint("row", name="pk_claim"),
        sa.UniqueConstraint("id", name="uq_claim_id"),
    )
    op.create_index("ix_claim_attribution_id", "claim", ["attribution_id"], unique=False)
    op.create_index(
        "ix_claim_document_id_position", "claim", ["document_id", "position"], unique=False
    )
    op.create_index("ix_claim_event_id", "claim", ["event_id"], unique=False)
    op.create_index("ix_claim_happened_from", "claim", ["happened_from"], unique=False)
    op.create_index(
        "ix_claim_source_id_published_from", "claim", ["source_id", "published_from"], unique=False
    )
    op.create_table(
        "relay",
        sa.Column("attribution_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=True),
        sa.Column("key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attribution_id"],
            ["attribution.id"],
            name="fk_relay_attribution_id_attribution",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name="fk_relay_source_id_source"),
        sa.PrimaryKeyConstraint("attribution_id", "position", name="pk_relay"),
    )
    op.create_index("ix_relay_key", "relay", ["key"], unique=False)
    op.create_index("ix_relay_source_id", "relay", ["source_id"], unique=False)
    op.create_table(
        "target",
        sa.Column("attribution_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=True),
        sa.Column("key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attribution_id"],
            ["attribution.id"],
            name="fk_target_attribution_id_attribution",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name="fk_target_source_id_source"),
        sa.PrimaryKeyConstraint("attribution_id", "position", name="pk_target"),
    )
    op.create_index("ix_target_key", "target", ["key"], unique=False)
    op.create_index("ix_target_source_id", "target", ["source_id"], unique=False)
    op.create_table(
        "edge",
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("other_id", sa.String(), nullable=False),
        sa.Column("relation_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("independence", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name="fk_edge_claim_id_claim", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["claim.id"], name="fk_edge_other_id_claim", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["relation_id"],
            ["relation.id"],
            name="fk_edge_relation_id_relation",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("claim_id", "kind", "relation_id", name="pk_edge"),
    )
    op.create_index("ix_edge_other_id", "edge", ["other_id"], unique=False)
    op.create_index("ix_edge_relation_id", "edge", ["relation_id"], unique=False)
    op.create_table(
        "participant",
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=True),
        sa.Column("key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name="fk_participant_claim_id_claim", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name="fk_participant_source_id_source"
        ),
        sa.PrimaryKeyConstraint("claim_id", "position", name="pk_participant"),
    )
    op.create_index("ix_participant_key", "participant", ["key"], unique=False)
    op.create_index("ix_participant_source_id", "participant", ["source_id"], unique=False)
    op.create_table(
        "quantity",
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("value", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name="fk_quantity_claim_id_claim", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("claim_id", "position", name="pk_quantity"),
    )
    op.create_index("ix_quantity_unit_value", "quantity", ["unit", "value"], unique=False)
    op.create_table(
        "question_claim",
        sa.Column("question_id", sa.String(), nullable=False),
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name="fk_question_claim_claim_id_claim", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["question.id"],
            name="fk_question_claim_question_id_question",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("question_id", "claim_id", name="pk_question_claim"),
    )
    op.create_index("ix_question_claim_claim_id", "question_claim", ["claim_id"], unique=False)

    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE if sqlite else _POSTGRESQL:
        op.execute(statement)
