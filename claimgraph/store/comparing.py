"""What comparing asks of a store, and writes to it: each call is one transaction."""

from collections.abc import Iterable, Mapping, Sequence

from claimgraph.model import Relation
from claimgraph.store import candidates, compared
from claimgraph.store.blocks import Keyed
from claimgraph.store.candidates import Candidates
from claimgraph.store.compared import Concluded
from claimgraph.store.database import Database


class Comparing:
    """The store as it is seen by what compares claims.

    Every method raises ``StoreError``, in one of its kinds, where the store cannot be used.

    Args:
        database: Its connections.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def pending(self, among: Iterable[str] | None = None) -> list[str]:
        """Documents that are to be compared and were not yet, in the order in which they came.

        Args:
            among: Only of these; without them, of all.
        """
        ids = None if among is None else list(among)
        return self._database.read(lambda connection: compared.pending(connection, ids))

    def unkeyed(self, document_ids: Iterable[str], version: str) -> list[str]:
        """Those of some documents whose claims are not in the blocks of this version's keys."""
        ids = list(document_ids)
        return self._database.read(lambda connection: compared.unkeyed(connection, ids, version))

    def put_into_blocks(
        self, given: Mapping[str, tuple[str, Sequence[Keyed]]], version: str
    ) -> None:
        """Put the claims of documents into their blocks.

        Args:
            given: For each document, the id of its reading, and all claims with their keys. One
                that has got another reading since is left as it is.
            version: Of what made the keys.
        """
        self._database.write(
            lambda connection: compared.put_into_blocks(connection, given, version)
        )

    def candidates(self, document_ids: Iterable[str]) -> Candidates:
        """The pairs of a claim of these documents and another one that may be worth comparing."""
        ids = list(document_ids)
        return self._database.read(lambda connection: candidates.find(connection, ids))

    def conclude(
        self,
        done: Mapping[str, tuple[str, int]],
        relations: Iterable[Relation],
        version: str,
    ) -> Concluded:
        """Write what comparing documents has found, and that they were compared.

        A relation that people made, confirmed or corrected stands: nothing is written beside it.
        Nor is a relation of a kind that people rejected for the two claims. A machine's other
        relations of these documents with each other, and with documents that are not
        compared yet, are replaced.

        Args:
            done: For each document, the id of the reading that was compared, and how many claims
                were left out. One that has got another reading since stays pending.
            relations: What was found. Those to claims that are gone are passed over.
            version: Of what compared them.
        """
        given = list(relations)
        return self._database.write(
            lambda connection: compared.conclude(connection, done, given, version)
        )

    def forget_all(self) -> None:
        """Make every document one that is to be compared, as if none had been."""
        self._database.write(compared.forget_all)
