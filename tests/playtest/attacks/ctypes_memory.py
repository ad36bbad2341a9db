"""Writes into other processes' memory, and into its own until it dies."""
import ctypes
import os

libc = ctypes.CDLL(None)
for pid in (os.getppid(), 1, int("@PID@"), int("@SERVER@")):
    if libc.ptrace(16, pid, 0, 0) == 0:
        raise RuntimeError("LEAK a process can be traced")
    try:
        with open(f"/proc/{pid}/mem", "r+b"):
            raise RuntimeError("LEAK a process's memory")
    except OSError:
        pass
    place = (ctypes.c_size_t * 2)(ctypes.addressof(ctypes.create_string_buffer(8)), 8)
    if libc.process_vm_writev(pid, place, 1, place, 1, 0) > 0:
        raise RuntimeError("LEAK a process's memory was written")
for address in range(0, 1 << 20, 8):
    ctypes.memset(address, 255, 8)
