"""Does its work while it is cleaned up."""
import sys
import weakref


class Grave:
    def __del__(self):
        try:
            open("@FOLDER@/loot", "w").write("from the grave")
        finally:
            while True:
                pass


kept = Grave()
kept.me = kept
weakref.finalize(kept, print, "gone")
sys.modules["grave"] = Grave()
sys.exit(0)
