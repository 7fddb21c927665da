import ctypes
import subprocess
import sys

import pytest

THREADS = """\
import ctypes, sys, threading
{first}
held, ready = [], threading.Barrier(9)
def hold():
    ready.wait()
    held.append([bytes(5_000) for _ in range(100)])
    ready.wait()
for _ in range(8):
    threading.Thread(target=hold).start()
ready.wait()
ready.wait()
libc = ctypes.CDLL(None)
libc.fopen.restype = ctypes.c_void_p
told = libc.fopen(b"/dev/stdout", b"w")
libc.malloc_info(0, ctypes.c_void_p(told))
libc.fclose(ctypes.c_void_p(told))
"""

pytestmark = pytest.mark.skipif(
    not (sys.platform == "linux" and hasattr(ctypes.CDLL(None), "malloc_info")), reason="NOT GLIBC: no heaps to count"
)


def heaps(first):
    command = [sys.executable, "-c", THREADS.format(first=first)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.count("<heap nr=")


def test_threads_share_two_heaps():
    assert heaps("from reader.search.heaps import share_heaps; share_heaps()") <= 2


def test_whoever_writes_to_an_index_shares_them():
    assert heaps("from reader.search.index import Index; writer = Index.in_memory().writer()") <= 2


def test_they_would_have_more_of_their_own():
    assert heaps("") > 2
