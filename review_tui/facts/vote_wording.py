"""Says what is wrong with a vote, in words that a chair can read cold."""

from review_tui.language.votes import Vote, VoteSide

SAID = {
    VoteSide.FOR: "for",
    VoteSide.AGAINST: "against",
    VoteSide.ABSTAINED: "abstaining",
    VoteSide.SILENT: "not voting",
}


def figures(vote: Vote) -> str:
    """The sides of a vote: "6 for, 2 against, 1 abstaining"."""
    sides = dict.fromkeys(tally.side for tally in vote.tallies if tally.side in SAID)
    return ", ".join(f"{vote.count(side)} {SAID[side]}" for side in sides)


def plural(number: int, one: str, many: str = "") -> str:
    """A number with its word: "1 vote", "2 votes"."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def wrong_total(vote: Vote, total: int) -> str:
    """The votes do not come to the number who are said to have voted."""
    return (
        f"The votes do not add up: {figures(vote)} makes {vote.sum}, but {plural(total, 'vote')} in all "
        f"{'is' if total == 1 else 'are'} said to have been cast."
    )


def too_many(vote: Vote, members: int) -> str:
    """More votes than the same passage says were present."""
    return (
        f"More votes are counted than there were people to vote: {figures(vote)} makes {vote.sum}, "
        f"but only {members} {'is' if members == 1 else 'are'} said to be present."
    )


def too_few(vote: Vote, members: int) -> str:
    """All three sides are told, and not all who were present are among them."""
    return (
        f"The votes do not account for everyone: {figures(vote)} makes {vote.sum}, "
        f"but {members} {'is' if members == 1 else 'are'} said to be present."
    )


def over_the_roll(vote: Vote, members: int) -> str:
    """More votes than members on the roll."""
    return (
        f"More votes are counted than members were there: {figures(vote)} makes {vote.sum}, "
        f"but only {plural(members, 'member')} {'is' if members == 1 else 'are'} listed as present."
    )


def unlike_the_others(vote: Vote, usual: int) -> str:
    """The other votes of the meeting come to another number, which is that of the roll."""
    return (
        f"This vote comes to {vote.sum} ({figures(vote)}), while {usual} members are listed as present "
        f"and another vote of this meeting comes to {usual}."
    )


def wrong_outcome(vote: Vote, said: str) -> str:
    """Carried by fewer, or lost by more."""
    ayes, noes = vote.count(VoteSide.FOR), vote.count(VoteSide.AGAINST)
    than = "fewer voted for it" if said != "lost" else "more voted for it"
    return f"It is said to be {said}, but {than} ({ayes}) than against it ({noes})."


def tie(vote: Vote) -> str:
    """Carried with as many against."""
    return (
        f"It is said to be carried, but as many voted against it as for it ({vote.count(VoteSide.FOR)} each) "
        "and no casting vote is recorded."
    )


def no_need_to_cast(vote: Vote) -> str:
    """A casting vote where there was no tie."""
    return f"A casting vote is recorded, but the votes were not equal ({figures(vote)})."


def not_unanimous(against: str) -> str:
    """Unanimous, and yet not."""
    return f"The decision is said to be unanimous or by all, but {against}."


def wrong_margin(vote: Vote, margin: int) -> str:
    """The majority is not the difference."""
    difference = abs((vote.count(VoteSide.FOR) or 0) - (vote.count(VoteSide.AGAINST) or 0))
    return f"The majority is given as {margin}, but {figures(vote)} is a majority of {difference}."


def told_twice(one: Vote, other: Vote, *, resolved: bool) -> str:
    """The same vote with other figures a little further on."""
    where = ("the narrative", "the resolution") if resolved else ("first", "then")
    if resolved:
        return (
            f"The same vote is given as {figures(one)} in {where[0]} and as {figures(other)} in {where[1]}."
        )
    return f"The same vote is given {where[0]} as {figures(one)} and {where[1]} as {figures(other)}."


def unlike_the_call(vote: Vote, ayes: int, noes: int) -> str:
    """The members who are called by name are not as many on each side."""
    return f"The vote is given as {figures(vote)}, but of those called by name {ayes} are for it and {noes} against."


def wrong_list(side: str, count: int, named: int) -> str:
    """The names after a figure are not as many."""
    names = f"{plural(named, 'name')} {'follows' if named == 1 else 'follow'}"
    if side.startswith(("aye", "noe", "nay")):
        return f"{count} {side} are given, but {names}."
    return f"{plural(count, 'vote')} {side} {'is' if count == 1 else 'are'} given, but {names}."
