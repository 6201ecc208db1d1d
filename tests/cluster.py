"""A PostgreSQL server of our own: real, short-lived, on a free port of the loopback."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self

import psycopg

from claimgraph.store import Store

SETTINGS = {
    "unix_socket_directories": "''",
    "listen_addresses": "'127.0.0.1'",
    # A crash of the server is tested, not one of the machine.
    "fsync": "off",
    "full_page_writes": "off",
    "shared_buffers": "'64MB'",
    "max_connections": "100",
}


def find(program: str) -> str | None:
    """The path of one of PostgreSQL's programs; Debian keeps servers outside of PATH."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return shutil.which(program) or next(
        (str(path) for folder in folders if (path := folder / program).exists()), None
    )


class Cluster:
    """A server with its databases, gone at the end of the ``with`` block."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="claimgraph-"))
        self._data = self._folder / "data"
        self._numbers = count(1)
        self.port = 0

    @staticmethod
    def installed() -> bool:
        return find("initdb") is not None and find("pg_ctl") is not None

    def __enter__(self) -> Self:
        if self._user is not None:
            shutil.chown(self._folder, self._user)
        self._run("initdb", "-D", self._data, "-U", "claimgraph", "-A", "trust", "-N", "-E", "UTF8")
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def start(self) -> None:
        """Start the server, on the port that it had before."""
        self.port = self.port or _free_port()
        settings = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
        log = self._folder / "log"
        options = f"-p {self.port} {settings}"
        self._run("pg_ctl", "-D", self._data, "-l", log, "-w", "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        """Stop the server; the mode "immediate" is as good as a crash."""
        self._run("pg_ctl", "-D", self._data, "-m", mode, "-w", "stop")

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://claimgraph@127.0.0.1:{self.port}/{database}"

    def empty(self, template: str = "template0") -> str:
        """The address of a new database without tables."""
        name = f"store_{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.url(name)

    def fresh(self) -> str:
        """The address of a new, empty store; copied, which is faster than making the tables."""
        name = "claimgraph_template"
        if not self.execute(f"SELECT 1 FROM pg_database WHERE datname = '{name}'"):
            self.execute(f"CREATE DATABASE {name} TEMPLATE template0")
            Store.open(self.url(name)).close()
        return self.empty(name)

    def drop(self, url: str) -> None:
        self.execute(f"DROP DATABASE IF EXISTS {url.rpartition('/')[2]} WITH (FORCE)")

    def execute(self, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """The rows of one statement, outside of every transaction."""
        address = self.url(database).replace("+psycopg", "")
        with psycopg.connect(address, autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    @property
    def _user(self) -> str | None:
        """The server refuses to run as root."""
        if os.geteuid() != 0:
            return None
        names = {entry.pw_name for entry in pwd.getpwall()}
        return "postgres" if "postgres" in names else "nobody"

    def _run(self, program: str, *arguments: str | Path) -> None:
        path = find(program)
        assert path is not None
        user = self._user
        done = subprocess.run(
            [path, *map(str, arguments)],
            cwd=self._folder,
            user=user,
            group=None if user is None else pwd.getpwnam(user).pw_gid,
            extra_groups=None if user is None else [],
            env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
            # The server outlives pg_ctl, and would hold a pipe open.
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        if done.returncode:
            log = self._folder / "log"
            text = log.read_text() if log.exists() else ""
            raise RuntimeError(f"{program} failed with {done.returncode}\n{text}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
