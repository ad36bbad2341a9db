"""The layers that lock a game in, and what this machine has of them.

bubblewrap goes around the fork server: no network, its own process ids, and no file but those of Python and its
packages, read only. Inside, each game gets limits (rlimits), landlock (the same files, should bubblewrap be missing;
no signals and no sockets out of its domain) and seccomp (a list of the system calls that a game needs; all others,
such as those for processes, sockets and writing, fail). Linux alone has these.
"""

import ctypes
import errno
import fcntl
import functools
import os
import resource
import shutil
import socket
import struct
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

LAYERS = ("bubblewrap", "landlock", "seccomp")  # besides the limits, which are always there
MEMORY = 2 << 30  # bytes of address space for a game
FILES, THREADS = 64, 64
STARTING_SECONDS = 120

PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, SECCOMP_MODE_FILTER, PR_SET_NAME = 38, 22, 2, 15
LANDLOCK_CREATE, LANDLOCK_ADD, LANDLOCK_RESTRICT = 444, 445, 446  # numbers of system calls, the same everywhere
LANDLOCK_FILES = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}  # rights known by version
READ_DIR, READ_FILE, EXECUTE = 1 << 3, 1 << 2, 1 << 0

SYSTEM_CALLS = """
    read write readv writev pread64 lseek close fstat stat lstat newfstatat statx access faccessat faccessat2 readlink
    readlinkat getdents64 getcwd statfs fstatfs dup dup2 dup3 pipe pipe2 eventfd2 poll ppoll select pselect6
    epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait recvfrom getsockopt getsockname shutdown
    mmap munmap mprotect mremap madvise brk membarrier
    rt_sigaction rt_sigprocmask rt_sigreturn sigaltstack setitimer getitimer alarm pause
    clock_gettime clock_getres clock_nanosleep nanosleep gettimeofday time times
    futex set_robust_list rseq sched_yield sched_getaffinity set_tid_address arch_prctl restart_syscall
    exit exit_group getrandom uname sysinfo getrlimit getrusage getpid gettid getppid getuid geteuid getgid getegid
""".split()
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
CLONE_THREAD = 0x10000
# Commands of fcntl and ioctl. Others could send signals (F_SETOWN) or type into a terminal.
FCNTL = [fcntl.F_DUPFD, fcntl.F_GETFD, fcntl.F_SETFD, fcntl.F_GETFL, fcntl.F_SETFL, fcntl.F_DUPFD_CLOEXEC]
IOCTL = [0x5401, 0x5421, 0x5450, 0x5451, 0x541B]  # TCGETS, FIONBIO, FIONCLEX, FIOCLEX, FIONREAD


def package_folders():
    """Return the folders that hold the packages of the engine."""
    import numpy
    import pygame
    import xxhash

    return sorted({os.path.dirname(os.path.dirname(module.__file__)) for module in (numpy, pygame, xxhash)})


def readable_paths():
    """Return the paths that Python and the packages of the engine are read from."""
    paths = {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    paths |= set(package_folders())
    paths |= {sys.executable, os.path.realpath(sys.executable), sys.prefix + "/pyvenv.cfg"}
    paths |= {os.path.dirname(__file__), sys.base_prefix + "/lib", "/lib", "/lib64", "/usr/lib", "/usr/lib64"}
    paths |= {"/etc/ld.so.cache", "/dev/null"}
    return sorted(path for path in paths if os.path.exists(path))


def bubblewrap(command):
    """Return a command with bubblewrap around it."""
    around = [shutil.which("bwrap"), "--unshare-all", "--as-pid-1", "--new-session", "--cap-drop", "ALL"]
    for path in readable_paths():
        around += ["--dev-bind" if path == "/dev/null" else "--ro-bind", path, path]
    return [*around, "--remount-ro", "/", "--chdir", "/", "--", *command]


def limit(seconds):
    """Give this process the limits of a game. `seconds`: of CPU time."""
    limits = {"AS": MEMORY, "CORE": 0, "CPU": seconds + 5, "FSIZE": 0, "NOFILE": FILES, "MSGQUEUE": 0, "MEMLOCK": 0}
    for name, value in limits.items():
        resource.setrlimit(getattr(resource, "RLIMIT_" + name), (value, value))
    most = tasks_of_user() + THREADS
    resource.setrlimit(resource.RLIMIT_NPROC, (most, most))


@functools.cache
def tasks_of_user():
    """Return how many threads this user has, which the limit counts; 0 in bubblewrap, where none are seen."""
    tasks = 0
    for folder in Path("/proc").glob("[0-9]*/task"):
        try:
            tasks += len(os.listdir(folder)) if folder.stat().st_uid == os.getuid() else 0
        except OSError:
            pass
    return tasks


# Landlock

_libc = ctypes.CDLL(None, use_errno=True) if sys.platform.startswith("linux") else None


def _call(number, *arguments):
    """Make a system call and return its result. Raises OSError."""
    result = _libc.syscall(ctypes.c_long(number), *arguments)
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result


def landlock_version():
    """Return the version of the kernel's landlock. Raises OSError where there is none."""
    return _call(LANDLOCK_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(1))


def make_ruleset(paths):
    """Return the descriptor of a landlock ruleset: nothing but reading below these paths."""
    version = landlock_version()
    rights = max(bits for since, bits in LANDLOCK_FILES.items() if since <= version)
    # Files, then (since 4) connecting and binding TCP, then (since 6) abstract sockets and signals to others.
    fields = struct.pack("<QQQ", rights, 3, 3)[: 8 if version < 4 else 16 if version < 6 else 24]
    ruleset = _call(LANDLOCK_CREATE, fields, ctypes.c_size_t(len(fields)), ctypes.c_uint32(0))
    for path in paths:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        allowed = READ_FILE | EXECUTE | (READ_DIR if os.path.isdir(path) else 0)
        _call(LANDLOCK_ADD, ruleset, 1, struct.pack("<Qi", allowed, place), ctypes.c_uint32(0))
        os.close(place)
    return ruleset


# Seccomp

@functools.cache
def seccomp_program():
    """Return the filter of system calls as BPF bytes. Raises ImportError or RuntimeError without libseccomp."""
    import pyseccomp as seccomp

    rules = seccomp.SyscallFilter(seccomp.ERRNO(errno.EPERM))
    allowed = [(name, ()) for name in SYSTEM_CALLS]
    read_only = seccomp.MASKED_EQ, WRITING, 0
    allowed += [("open", [seccomp.Arg(1, *read_only)]), ("openat", [seccomp.Arg(2, *read_only)])]
    allowed += [("clone", [seccomp.Arg(0, seccomp.MASKED_EQ, CLONE_THREAD, CLONE_THREAD)])]
    allowed += [("fcntl", [seccomp.Arg(1, seccomp.EQ, command)]) for command in FCNTL]
    allowed += [("ioctl", [seccomp.Arg(1, seccomp.EQ, command)]) for command in IOCTL]
    allowed += [("prctl", [seccomp.Arg(0, seccomp.EQ, PR_SET_NAME)])]
    allowed += [("prlimit64", [seccomp.Arg(0, seccomp.EQ, 0), seccomp.Arg(2, seccomp.EQ, 0)])]
    allowed += [("socketpair", [seccomp.Arg(0, seccomp.EQ, socket.AF_UNIX)])]  # for the loops of asyncio
    allowed += [("sendto", [seccomp.Arg(4, seccomp.EQ, 0)])]  # no address
    for name, conditions in allowed:
        if seccomp.resolve_syscall(seccomp.system_arch(), name) >= 0:  # not all of them are on each processor
            rules.add_rule(seccomp.ALLOW, name, *conditions)
    # Arguments in memory, which no filter can see; libc falls back to clone and openat.
    for name in ("clone3", "openat2"):
        rules.add_rule(seccomp.ERRNO(errno.ENOSYS), name)
    with tempfile.TemporaryFile() as file:
        rules.export_bpf(file)
        file.seek(0)
        return file.read()


def lock(ruleset, program):
    """Lock this process in for good, by a landlock ruleset and a seccomp program; None leaves one out."""
    _libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if ruleset is not None:
        _call(LANDLOCK_RESTRICT, ruleset, ctypes.c_uint32(0))
        os.close(ruleset)
    if program is not None:
        memory = ctypes.create_string_buffer(program, len(program))
        size_and_place = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(memory))
        if _libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, size_and_place, 0, 0):
            raise OSError(ctypes.get_errno(), "seccomp refuses the filter")


# What this machine has

@functools.cache
def missing():
    """Return {layer: why this machine does not have it, or None if it does}."""
    if not sys.platform.startswith("linux"):
        return dict.fromkeys(LAYERS, "Linux alone has it")
    return {"bubblewrap": _no_bubblewrap(), "landlock": _no_landlock(), "seccomp": _no_seccomp()}


def _no_bubblewrap():
    if not shutil.which("bwrap"):
        return "install it: apt install bubblewrap, dnf install bubblewrap, ..."
    command = bubblewrap([sys.executable, "-I", "-S", "-c", ""])
    try:
        done = subprocess.run(command, env={}, capture_output=True, text=True, timeout=STARTING_SECONDS)
    except subprocess.TimeoutExpired:
        return "it does not start in time"
    return f"it does not start ({done.stderr.strip()}): allow user namespaces" if done.returncode else None


def _no_landlock():
    try:
        landlock_version()
    except OSError as error:
        return f"the kernel lacks it ({error.strerror}): 5.13 or later, with landlock in its list lsm="
    return None


def _no_seccomp():
    try:
        seccomp_program()
    except (ImportError, RuntimeError):
        return "install it: pip install pyseccomp==0.1.2, and the library libseccomp (apt install libseccomp2)"
    except OSError as error:
        return f"the filter cannot be made ({error})"
    return None


GUARDS = {
    "bubblewrap": "no network, own process ids, no files but Python's",
    "landlock": "no files but Python's, no TCP, no signals",
    "seccomp": "no processes, no sockets, no writing",
    "rlimits": "memory, CPU, size of files, number of threads",
}


def table():
    """Return what this machine has, and how to get the rest, as a table for people."""
    rows = [(name, GUARDS[name], "yes" if not why else f"NO: {why}") for name, why in missing().items()]
    rows.append(("rlimits", GUARDS["rlimits"], "yes"))
    lines = [f"{name:12}{guards:52}{here}" for name, guards, here in [("layer", "what it guards", "here"), *rows]]
    has_one = None in missing().values()
    return "\n".join([*lines, "" if has_one else "Strict mode refuses to play unless --trust is given."]).rstrip()
