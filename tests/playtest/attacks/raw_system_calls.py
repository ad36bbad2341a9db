"""Tries system calls that open ways out: namespaces, io_uring, bpf, keys, userfaultfd, modules, reboot."""
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
# x86: socket, clone, unshare, setns, io_uring_setup, bpf, userfaultfd, keyctl, mount, pivot_root, perf_event_open
for number in (41, 56, 272, 308, 425, 321, 323, 250, 165, 155, 298):
    if libc.syscall(number, 1, 1, 0, 0, 0) >= 0:
        raise RuntimeError(f"LEAK system call {number}")
