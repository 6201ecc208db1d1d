"""``claimgraph add``: records into a store, and articles, which are read first."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from claimgraph.cli.bringing import Brought, Files
from claimgraph.cli.opening import opened
from claimgraph.cli.options import (
    DEFAULT_STORE,
    Again,
    Compare,
    Encoding,
    Json,
    Language,
    Published,
    Publisher,
    Replace,
    Store,
    Title,
    Url,
    known,
)
from claimgraph.cli.output import plainly, print_json


def add(
    paths: Annotated[
        list[Path],
        typer.Argument(help="Files ending in .jsonl, .ann, .txt, .md or .html, or folders."),
    ],
    store: Store = DEFAULT_STORE,
    publisher: Publisher = "",
    published: Published = "",
    title: Title = "",
    url: Url = "",
    language: Language = "",
    encoding: Encoding = "",
    replace: Replace = False,
    again: Again = False,
    skip: Annotated[
        bool, typer.Option("--skip", help="Leave out what cannot be used, and say so.")
    ] = False,
    compare: Compare = True,
    json: Json = False,
) -> None:
    """Add readings, relations, questions, lineages and judgements; read articles, and add them.

    All files are checked before the first record is added: a broken one adds nothing. What is
    there already changes nothing. New claims are compared with all others.
    """
    about = known(publisher, published, title, url, language, encoding, replace)
    files = Files(paths, again=again, skip=skip, **about)
    with opened(store, create=True, compare=compare) as graph:
        brought = files.into(graph)
    if json:
        print_json(_rows(files, brought))
    else:
        _tell(store, files, brought)
    if brought.articles.refused:
        raise typer.Exit(1)


def _rows(files: Files, brought: Brought) -> list[dict[str, object]]:
    """What was added, and then what became of every article."""
    return [
        asdict(brought.added),
        *(each.plain() for each in files.refused),
        *({"file": where, "annotated": True} for where in files.gathering.annotated),
        *(each.plain() for each in brought.articles.articles),
    ]


def _tell(store: str, files: Files, brought: Brought) -> None:
    plainly(f"{store}: {brought.added.told() or 'nothing new'}")
    for each in brought.articles.articles:
        plainly(f"  {each}")
        if each.about:
            plainly(f"    {each.about}")
        for warning in each.warnings:
            plainly(f"    note: {warning}")
    for refused in files.refused:
        plainly(f"  left out: {refused.error}")
    annotated = len(files.gathering.annotated)
    if annotated and not files.again:
        are, were = ("text is", "was") if annotated == 1 else ("texts are", "were")
        plainly(f"  {annotated:,} {are} annotated in these files, and {were} not read again")
    left_out = files.gathering.left_out
    if left_out:
        records, were = ("record", "was") if left_out == 1 else ("records", "were")
        plainly(f"  {left_out:,} {records} about the annotation {were} left out")
