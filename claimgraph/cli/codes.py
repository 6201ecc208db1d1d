"""How the program ends."""

#: All went well.
OK = 0
#: Something is wrong with the input, the store or the question: an error on one line of stderr.
ERROR = 1
#: The command line itself is wrong.
USAGE = 2
#: ``check`` found faults in a store, or ``verify`` in a report.
FAULTS = 3
#: Interrupted with Ctrl-C.
INTERRUPTED = 130
#: The reader of a pipe has gone: ``claimgraph claims | head``.
PIPE = 141

#: What ``--help`` says of them.
EPILOG = (
    "Exit codes: 0 done; 1 an error, on one line of stderr; 2 wrong usage; 3 check or "
    "verify found faults; 130 interrupted; 141 the reader of a pipe has gone."
)
