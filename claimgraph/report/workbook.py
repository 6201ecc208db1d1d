"""A report as an Excel workbook with a sheet for each section."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from claimgraph.errors import MissingExtraError, ReportError
from claimgraph.markup.html import neutral
from claimgraph.report.content import Report
from claimgraph.report.sheets import ROOM, Sheet, Value, sheets
from claimgraph.text.cells import safe

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

#: Rows that a sheet of Excel holds.
_ROWS = 1_048_576

#: Texts stay texts: none becomes a formula, a link or a number.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}

_CUT = "… (cut here; the report as JSON has all of it)"


def to_bytes(report: Report) -> bytes:
    """The workbook as a file's bytes; the same report makes the same bytes.

    Raises:
        MissingExtraError: XlsxWriter is not installed.
        ReportError: A section has more rows than a sheet can hold.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise MissingExtraError("a report as a workbook", extra="tables") from None
    from datetime import UTC, datetime

    file = BytesIO()
    workbook = Workbook(file, _OPTIONS)
    # Without it, the time of writing is in the file.
    workbook.set_properties(
        {"title": neutral(report.title)[:250], "created": datetime(2000, 1, 1, tzinfo=UTC)}
    )
    formats = {
        "head": workbook.add_format({"bold": True, "bottom": 1, "valign": "top"}),
        "text": workbook.add_format({"text_wrap": True, "valign": "top"}),
        "number": workbook.add_format({"valign": "top"}),
    }
    for sheet in sheets(report):
        _write(workbook, sheet, formats)
    workbook.close()
    return file.getvalue()


def _write(workbook: "Workbook", sheet: Sheet, formats: "dict[str, Format]") -> None:
    page: Any = workbook.add_worksheet(sheet.name)
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    for column, (name, width) in enumerate(sheet.columns):
        page.set_column(column, column, width)
        page.write_string(0, column, name, formats["head"])
    last = 0
    for last, row in enumerate(sheet.rows, 1):
        if last >= _ROWS:
            raise ReportError(
                f"the sheet {sheet.name} has more than {_ROWS - 1:,} rows, which is all that a "
                "workbook holds; write the report as csv or json"
            )
        for column, value in enumerate(row):
            _cell(page, last, column, value, formats)
    page.autofilter(0, 0, last, len(sheet.columns) - 1)


def _cell(page: Any, row: int, column: int, value: Value, formats: "dict[str, Format]") -> None:
    if value is None or value == "":
        return
    if isinstance(value, str):
        text = neutral(value)
        if len(text) > ROOM:
            text = text[:ROOM] + _CUT
        page.write_string(row, column, safe(text), formats["text"])
    else:
        page.write_number(row, column, value, formats["number"])
