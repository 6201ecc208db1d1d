"""Nothing is fetched: not the page, not what it links to, not a DTD, not a list of domains."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

CODE = """
import sys
def refuse(event, args):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.")):
        raise AssertionError(event)
sys.addaudithook(refuse)
from claimgraph.ingest import articles, ingest
found = list(articles("tests/ingest/pages", errors="return"))
assert len(found) == 15, len(found)
ingest('''<?xml version="1.0"?><!DOCTYPE html SYSTEM "http://127.0.0.1:9/x.dtd" [
<!ENTITY a SYSTEM "http://127.0.0.1:9/a">]><html><head><base href="http://127.0.0.1:9/">
<link rel="stylesheet" href="http://127.0.0.1:9/s.css"><script src="http://127.0.0.1:9/s.js"></script>
</head><body><iframe src="http://127.0.0.1:9/"></iframe><img src="http://127.0.0.1:9/i.png">
<p>The ministry said so on Monday, and the brigade denied it. &a;</p></body></html>''')
print("nothing was fetched")
"""


def test_no_socket_is_opened() -> None:
    run = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, cwd=ROOT)
    assert run.stdout == "nothing was fetched\n", run.stderr
    assert run.stderr == ""
