"""Runs machine code that enters the kernel by its 32 bit door, where numbers mean other calls."""
import ctypes
import mmap
import platform

if platform.machine() == "x86_64":
    memory = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    memory.write(bytes.fromhex("b802000000" "cd80" "c3"))  # mov eax, 2 (fork); int 0x80; ret
    ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(memory)))()
