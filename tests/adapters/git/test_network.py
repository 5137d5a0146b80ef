"""What is said when another computer can't be reached, and what goes to it."""

import pytest

from review_tui.adapters.git.config import Config
from review_tui.adapters.git.network import environment, refusal_of, shown_url
from review_tui.adapters.git.runner import GitResult
from review_tui.application.sync_ports import HubUnreachable

URL = "ssh://git@hub.example.org/board"
SAID = {
    "ssh: Could not resolve hostname hub.example.org: Name or service not known": (True, "can't be reached"),
    "ssh: connect to host hub.example.org port 22: Connection refused": (True, "can't be reached"),
    "fatal: unable to access 'https://x/': Failed to connect to x port 443: Connection timed out": (
        True,
        "reached",
    ),
    "fatal: unable to access 'http://x/': Empty reply from server": (True, "Empty reply"),
    "fatal: expected flush after ref listing": (True, "can't be reached"),
    "Writing objects:  94% (17/18)\rWriting objects: 100% (18/18), done.\nfatal: the remote end hung up": (
        True,
        "just now (the remote end hung up)",
    ),
    "Compressing objects:   4% (1/22)\rCompressing objects:   9% (2/22)\rsend-pack: unexpected disconnect": (
        True,
        "(send-pack: unexpected disconnect)",
    ),
    "fatal: '/mnt/share/board.git' does not appear to be a git repository": (True, "can't be reached"),
    "git@hub.example.org: Permission denied (publickey).": (False, "ssh-add"),
    "FATAL: W any board dawn DENIED by fallthru\nfatal: Could not read from remote repository.": (
        False,
        "does not let you do that",
    ),
    "fatal: unable to access 'https://x/': The requested URL returned error: 403": (
        False,
        "does not let you do that",
    ),
    "Host key verification failed.\nfatal: Could not read from remote repository.": (
        False,
        "ssh git@hub.example.org",
    ),
    "fatal: could not read Username for 'https://x': terminal prompts disabled": (False, "git fetch once"),
    "remote: Invalid username or password.\nfatal: Authentication failed for 'https://x/'": (
        False,
        "git fetch once",
    ),
    "remote: Repository not found.\nfatal: repository 'https://x/' not found": (False, "There is no book"),
    "fatal: detected dubious ownership in repository at '/mnt/share/board.git'": (False, "safe.directory"),
    "fatal: transport 'ext' not allowed": (False, "not allowed"),
}


@pytest.mark.parametrize("said", SAID)
def test_what_git_says_becomes_a_sentence_that_helps(said: str) -> None:
    is_offline, words = SAID[said]
    refusal = refusal_of(GitResult(128, b"", said.encode()), URL)
    assert isinstance(refusal, HubUnreachable) is is_offline
    assert words in str(refusal)


def test_a_password_in_an_address_is_never_shown() -> None:
    assert shown_url("https://dawn:secret@example.org/board") == "https://example.org/board"


def test_ssh_asks_nothing_and_keeps_what_the_user_has_set() -> None:
    own = Config({"core.sshcommand": ["ssh -i ~/.ssh/board"]})
    assert environment(own, {})["GIT_SSH_COMMAND"].startswith("ssh -i ~/.ssh/board -o BatchMode=yes")
    assert environment(own, {"GIT_SSH_COMMAND": "myssh"})["GIT_SSH_COMMAND"].startswith(
        "myssh -o BatchMode=yes"
    )
    assert "GIT_SSH_COMMAND" not in environment(Config({}), {"GIT_SSH": "/usr/bin/plink"})
    assert "ext" not in environment(own, {})["GIT_ALLOW_PROTOCOL"]
