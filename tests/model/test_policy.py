import pytest

from review_tui.model.people import Reviewer
from review_tui.model.policy import Member, Need, Policy, is_presenter
from review_tui.model.policy_codec import read_policy
from review_tui.model.relaxed_digest import relaxed_digest

FIELDS = {
    "reviewers": [
        {"name": "Dawn Example", "email": "dawn@example.org", "roles": ["Chair", "officer"]},
        {"name": "Alex Example", "email": "alex@example.org", "keys": ["ssh-ed25519 AAAA"], "desk": "4"},
    ],
    "approval": {
        "needs": ["chair", ["presenter", "officer"]],
        "own_words": "no",
        "white_space": "ignored",
        "numbering": "counts",
    },
    "flags": {"kinds": ["declaration", "date"]},
    "sign_off": {"findings": "tell"},
    "style": {"dates": "day first"},
}
DAWN, ALEX = (Reviewer(f"{n} Example", f"{n.lower()}@example.org") for n in ("Dawn", "Alex"))


def test_a_policy_is_read_with_all_it_says() -> None:
    policy, problems = read_policy(FIELDS)
    assert problems == ()
    assert policy == Policy(
        members=(
            Member(DAWN, frozenset({"chair", "officer"})),
            Member(ALEX, frozenset(), ("ssh-ed25519 AAAA",)),
        ),
        needs=(Need(("chair",)), Need(("presenter", "officer"))),
        own_words=False,
        white_space=False,
        numbering=True,
        flag_kinds=("declaration",),
        findings_block=False,
    )


@pytest.mark.parametrize("fields", [{}, {"reviewers": ""}, {"reviewers": [], "approval": "", "flags": ""}])
def test_a_book_that_asks_for_nothing_is_approved_by_anybody(fields: dict[str, object]) -> None:
    policy, problems = read_policy(fields)
    assert (policy, problems) == (Policy(), ())
    assert policy.unmet("", [ALEX]) == ()
    assert not policy.asks_history


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"reviewers": "Dawn"}, "`reviewers` should be a list"),
        ({"reviewers": ["Dawn"]}, "no `email`"),
        ({"reviewers": [{"name": "Dawn"}]}, "no `email`"),
        ({"reviewers": [{"email": "a@b.c"}, {"email": "A@b.c"}]}, "twice"),
        ({"reviewers": [{"email": "a@b.c", "roles": {"chair": "yes"}}]}, "the `roles` of a@b.c"),
        ({"reviewers": [{"email": "a@b.c", "roles": ["presenter"]}]}, "each item's own"),
        ({"sign_off": "tell"}, "`sign_off` should be lines"),
        ({"sign_off": {"findings": "ask"}}, "`findings` under `sign_off`"),
        ({"approval": "strict"}, "`approval` should be lines"),
        ({"approval": {"needs": {"chair": "yes"}}}, "`needs` should be a list"),
        ({"approval": {"needs": [[]]}}, "An entry of `needs`"),
        ({"approval": {"needs": [{"chair": "yes"}]}}, "An entry of `needs`"),
        ({"approval": {"needs": ["chair"]}}, "“chair”, which nobody"),
        ({"approval": {"own_words": "perhaps"}}, "`own_words` should be yes or no"),
        ({"approval": {"white_space": "sometimes"}}, "`white_space` should be"),
        ({"approval": {"numbering": ["ignored"]}}, "`numbering` should be"),
        ({"flags": ["declaration"]}, "`flags` should be lines"),
        ({"flags": {"kinds": {"a": "b"}}}, "the `kinds` of `flags`"),
    ],
)
def test_what_makes_no_sense_is_told(fields: dict[str, object], said: str) -> None:
    problems = read_policy(fields)[1]
    assert len(problems) == 1
    assert problems[0].file == "book.yaml"
    assert said in problems[0].sentence


@pytest.mark.parametrize(
    "approval",
    [
        "strict",
        ["chair"],
        {"needs": {"chair": "yes"}},
        {"needs": [{"chair": "yes"}]},
        {"needs": [[]]},
        {"needs": ["chair"]},
    ],
)
def test_a_rule_that_makes_no_sense_never_makes_approving_easier(approval: object) -> None:
    policy = read_policy({"approval": approval})[0]
    assert policy.unmet("", [DAWN, ALEX]) != ()


def test_other_values_that_make_no_sense_are_taken_on_the_strict_side() -> None:
    said = {"own_words": "perhaps", "white_space": "x", "numbering": ["ignored"]}
    policy = read_policy({"approval": said})[0]
    assert (policy.own_words, policy.white_space, policy.numbering) == (False, True, True)


def test_each_need_is_met_by_a_reviewer_with_the_role_and_any_of_several_will_do() -> None:
    policy = read_policy(FIELDS)[0]
    assert policy.unmet("Alex Example", [DAWN]) == ()
    assert policy.unmet("Alex Example", [ALEX]) == (Need(("chair",)),)
    assert policy.unmet("Alex Example", [Reviewer("Dawn Example", "else@example.org")]) == policy.needs
    assert policy.unmet("", [Reviewer("", "DAWN@example.org")]) == ()


def test_where_an_item_names_no_presenter_nobody_is_waited_for() -> None:
    policy = Policy((Member(DAWN),), (Need(("presenter",)),))
    assert policy.unmet(" ", [DAWN]) == ()
    assert policy.unmet("Alex Example", [DAWN]) == policy.needs


@pytest.mark.parametrize(
    ("presenter", "is_meant"),
    [
        ("Laura Gough", True),
        ("Cllr. Laura Gough, Head of Safeguarding", True),
        ("Chris Edwards and Laura Gough", True),
        ("Chris Edwards (CCG) / laura gough", True),
        ("Laura Gough-Smith", False),
        ("Anna Laura Gough", False),
        ("Gough", False),
        ("", False),
    ],
)
def test_a_presenter_is_known_by_the_whole_name(presenter: str, is_meant: bool) -> None:
    assert is_presenter(Reviewer("Laura Gough", "l@example.org"), presenter) is is_meant


def test_nobody_is_a_presenter_without_a_name() -> None:
    assert not is_presenter(Reviewer("", "l@example.org"), "")
    assert not is_presenter(Reviewer("Dr", "l@example.org"), "Dr")


def test_who_is_waited_for_is_said_as_people_say_it() -> None:
    policy = Policy(
        (
            Member(DAWN, frozenset({"chair"})),
            Member(ALEX, frozenset({"officer"})),
            Member(Reviewer("O", "o@x"), frozenset({"officer"})),
        )
    )
    assert policy.words(Need(("chair",)), "") == "the chair"
    assert (
        policy.words(Need(("presenter", "officer")), "Alex Example")
        == "the presenter (Alex Example) or an officer"
    )
    assert "does not list" in policy.words(Need(("presenter",)), "Laura Gough")
    assert "can't be understood" in policy.words(Need(()), "")


WHITE, NUMBERS = Policy(white_space=False), Policy(numbering=False)


@pytest.mark.parametrize(
    ("policy", "one", "other", "is_same"),
    [
        (WHITE, "The Board\nnoted it.", "The Board noted  it.\n\n", True),
        (WHITE, "in 20 21", "in 2021", False),
        (WHITE, "1. Noted", "2. Noted", False),
        (NUMBERS, "1. Noted\n2. Agreed", "3. Noted\n4. Agreed", True),
        (NUMBERS, "# 5. Report\n(a) One", "# 6. Report\n(b) One", True),
        (NUMBERS, "5.1. Noted", "12.3. Noted", True),
        (NUMBERS, "12 voted for", "13 voted for", False),
        (NUMBERS, "2.5 million", "3.5 million", False),
        (NUMBERS, "Noted 1. and", "Noted 2. and", False),
        (NUMBERS, "1. Noted", "Noted", False),
        (NUMBERS, "1. Noted", "1.  Noted", False),
        (Policy(white_space=False, numbering=False), "1. Noted\n\n2. Agreed", "3.  Noted\n4. Agreed", True),
        (Policy(), "Noted", "Noted ", True),
        (Policy(), "1. Noted", "2. Noted", False),
    ],
)
def test_only_what_the_policy_ignores_makes_no_difference(
    policy: Policy, one: str, other: str, is_same: bool
) -> None:
    assert (relaxed_digest(one, policy) == relaxed_digest(other, policy)) is is_same


def test_keys_that_ended_and_the_keys_of_somebody_who_left_are_told_apart() -> None:
    read, problems = read_policy(
        {
            "reviewers": [
                {
                    "email": "a@x.org",
                    "keys": [
                        "ssh-ed25519 AAAA a@x",
                        {"key": "ssh-rsa BBBB", "until": "2024-02-01", "why": "lost"},
                    ],
                },
                {"email": "b@x.org", "left": "2024-03-31", "keys": "ssh-ed25519 CCCC"},
                {"email": "c@x.org", "keys": ["nonsense", {"until": "2024-01-01"}]},
            ],
            "signing": {"needed": ["approval", "Sign-Off"]},
        }
    )
    first, second, third = read.members
    assert (first.keys, first.ended) == (("ssh-ed25519 AAAA a@x",), (("ssh-rsa BBBB", "2024-02-01"),))
    assert (second.keys, second.ended) == ((), (("ssh-ed25519 CCCC", "2024-03-31"),))
    assert (third.keys, third.ended) == ((), ())
    assert len(problems) == 2
    assert read.must_sign == {"approval", "sign-off"}


@pytest.mark.parametrize(
    ("said", "needed"), [("yes", 4), ("no", 0), ("", 0), ("maybe", 4), (["approval", "x"], 4)]
)
def test_what_has_to_be_signed_is_never_less_for_what_cannot_be_understood(said: object, needed: int) -> None:
    assert len(read_policy({"signing": {"needed": said}})[0].must_sign) == needed
