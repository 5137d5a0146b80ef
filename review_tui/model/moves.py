"""What a reviewer may want to do to an item or its meeting."""

from enum import StrEnum


class Move(StrEnum):
    """What a reviewer may want to do."""

    FLAG = "flag"
    DISMISS = "dismiss"
    REPLY = "reply"
    PICK = "pick"
    """Say where the words of a flag stand now."""
    SETTLE = "settle"
    LINK = "link"
    AMEND = "amend"
    REVERT = "revert"
    APPROVE = "approve"
    RECEIPT = "receipt"
    OBJECT = "object"
    UNDO = "undo"
    SIGN_OFF = "sign off"
    REOPEN = "reopen"
    CORRECT = "correct"
