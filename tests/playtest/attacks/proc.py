"""Looks into /proc and /sys for other processes."""
import os

seen = []
for path in ("/proc", "/proc/@PID@", "/proc/@PID@/fd", "/proc/1/root", f"/proc/{os.getppid()}/cwd", "/sys/class"):
    try:
        seen += os.listdir(path)
    except OSError:
        pass
if any(name.isdigit() and int(name) != os.getpid() for name in seen):
    raise RuntimeError(f"LEAK {seen}")
