"""What all records share: they are frozen, strict about their fields, and fail with our errors."""

from abc import abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)

from claimgraph.errors import ClaimGraphError, RecordError

if TYPE_CHECKING:
    from claimgraph.markup.card import Card

#: Any text. No NUL, which databases cut or refuse, and no lone surrogate, which no file can hold;
#: the pattern makes pydantic refuse both.
Text = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$")]


def _one_line(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise RecordError("a name may not be empty")
    return name


#: A name: text on one line, white space folded, never empty.
Name = Annotated[Text, AfterValidator(_one_line)]

#: An id: up to 200 printable characters without white space.
Id = Annotated[str, StringConstraints(pattern=r"^[!-~]{1,200}$")]

#: How sure the reader is of something, from 0 to 1.
Probability = Annotated[float, Field(ge=0.0, le=1.0, allow_inf_nan=False)]


def described(error: ValidationError) -> ClaimGraphError:
    """Our error for what pydantic found: the first fault, and the number of the others."""
    faults = error.errors(include_url=False)
    first = faults[0]
    field = ".".join(str(step) for step in first["loc"]) or "record"
    cause = first.get("ctx", {}).get("error")
    kind = type(cause) if isinstance(cause, RecordError) else RecordError
    detail = str(cause) if isinstance(cause, RecordError) else first["msg"]
    if first["type"] == "string_unicode":
        detail = "a lone surrogate is no character; decode the text as UTF-8 before it comes here"
    elif first["type"] == "string_pattern_mismatch" and "\0" in str(first["input"]):
        detail = "a NUL cannot be stored; remove it before it comes here"
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    return kind(f"{error.title}: {field}: {detail}{more}")


class Record(BaseModel):
    """A frozen value with named, checked fields. Unknown fields and non-finite numbers are refused.

    Raises:
        RecordError: A field is missing, unknown, or not what it should be.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    def __init__(self, /, **fields: Any) -> None:
        try:
            self.__pydantic_validator__.validate_python(fields, self_instance=self)
        except ValidationError as error:
            raise described(error) from None

    # Tells pydantic that this is still its own constructor: nested records take the fast path.
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:
        """As pydantic's, with our error.

        Raises:
            RecordError: The object is not such a record.
        """
        try:
            return super().model_validate(obj, **options)
        except ValidationError as error:
            raise described(error) from None

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """As pydantic's, with our error.

        Raises:
            RecordError: The JSON is broken, or not such a record.
        """
        try:
            return super().model_validate_json(json_data, **options)
        except ValidationError as error:
            raise described(error) from None

    def replace(self, **changes: Any) -> Self:
        """A copy with other values in some fields, checked like a new one."""
        return type(self)(**self._given() | changes)

    def _given(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.model_fields_set}


class Identified(Record):
    """A record with an id. Without one, it gets an id from its content."""

    id: Id = ""

    @abstractmethod
    def derived_id(self) -> str:
        """The id that follows from the content."""

    def _settle(self) -> None:
        """Bring the fields into their one form, before an id follows from them."""

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """What matters most, on one line; the whole record is ``model_dump()``."""
        from claimgraph.model.showing import brief

        return brief(self)

    def __str__(self) -> str:
        return str(self._card())

    def _repr_html_(self) -> str:
        return self._card().html()

    def _card(self) -> "Card":
        """What there is to be seen of it."""
        from claimgraph.model.showing import card

        return card(self)

    def model_post_init(self, _context: Any, /) -> None:
        """Fill in the id where none was given. This runs before the validators of the whole."""
        self._settle()
        if not self.id:
            # Frozen for users; an id that follows from the other fields is no change of the record.
            self.__dict__["id"] = self.derived_id()

    def _given(self) -> dict[str, Any]:
        """The fields without an id that follows from them: other content gets its own id."""
        given = super()._given()
        if given.get("id") == self.derived_id():
            del given["id"]
        return given
