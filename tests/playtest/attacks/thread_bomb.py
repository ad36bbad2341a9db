"""Starts threads for ever."""
import _thread
import threading

gate = threading.Lock()
gate.acquire()
started = 0
try:
    while started < 100000:
        _thread.start_new_thread(gate.acquire, ())
        started += 1
except RuntimeError:
    pass
if started > 5000:
    raise RuntimeError("LEAK that many threads")
