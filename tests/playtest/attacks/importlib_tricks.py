"""Loads modules anew, to get functions that nobody has replaced."""
import importlib
import importlib.util
import sys

for name in ("os", "subprocess", "socket", "posix", "_posixsubprocess"):
    sys.modules.pop(name, None)
fresh = importlib.import_module("os")
posix = importlib.import_module("posix")
spec = importlib.util.spec_from_loader("posix", importlib.machinery.BuiltinImporter)
again = importlib.util.module_from_spec(spec)
for act in (lambda: posix.system("touch @FOLDER@/loot"), lambda: again.fork() or again._exit(0),
            lambda: fresh.open("@FOLDER@/loot", fresh.O_CREAT | fresh.O_WRONLY),
            lambda: importlib.import_module("subprocess").run(["touch", "@FOLDER@/loot"])):
    try:
        act()
    except OSError:
        pass
