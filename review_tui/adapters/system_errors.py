"""What the system says when it can't, in plain words: what is wrong, and what to do about it."""

import errno
import os
import signal
from typing import Final

from review_tui.model.visible import visible

_TROUBLES: Final = {
    errno.ENOSPC: "the disk is full; free some space",
    errno.EDQUOT: "your share of the disk is used up; free some space",
    errno.EFBIG: "the system lets you write no file as large as this; ask for a higher limit",
    errno.EROFS: "the disk can only be read; make it writable, or copy the book elsewhere",
    errno.EACCES: "you have no right to it; ask for that right",
    errno.EPERM: "you have no right to it; ask for that right",
    errno.ENOEXEC: "it is no program that runs here; install it again",
    errno.EMFILE: "too many files are open; close other programs",
    errno.ENFILE: "too many files are open; close other programs",
    errno.EAGAIN: "too many programs are running; close some",
    errno.ENOMEM: "there is no memory left; close other programs",
    errno.EIO: "the disk reports a fault; have it looked at, and copy the book elsewhere first",
    errno.ENOENT: "it is not there; install it, or put it back",
}


def system_trouble(code: int | None) -> str:
    """The trouble that an error number stands for, and what to do: half a sentence without its full stop."""
    if code is None:
        return "the system gives no reason"
    return _TROUBLES.get(code) or os.strerror(code)


def start_trouble(error: BaseException) -> str:
    """Why a program could not be started, from what was raised or from what that was raised from."""
    seen: BaseException | None = error
    while seen is not None:
        status = getattr(seen, "status", None)
        if isinstance(seen, OSError) and seen.errno is not None:
            return system_trouble(seen.errno)
        if isinstance(status, int):
            return exit_trouble(status, str(getattr(seen, "stderr", "")))
        seen = seen.__cause__ or seen.__context__
    return "it does not answer as it should; install it again"


def exit_trouble(code: int, output: str = "") -> str:
    """Why a program that was started did not do its work, from its exit code and what it wrote."""
    if code < 0:
        try:
            name = signal.Signals(-code).name
        except ValueError:
            name = f"signal {-code}"
        return f"it was stopped while it ran ({name}); look at what stops it, and try again"
    words = visible(" ".join(output.removeprefix("\n  stderr: ").strip("' \n").split()))[:300]
    return f"it says “{words}”" if words else f"it gave up at once (code {code}); install it again"
