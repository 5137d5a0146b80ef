"""Pairs of opposites with the forms of both, as minutes write them and as clerks shorten them."""

_TEXT = """
    agreed agree agrees agr'd agrd agr agd agred approved approve approves approval app'd appr'd apprv'd
        appr apprd apprvd apprv appvd aprvd accepted accept accepts acceptance acc'd accd acce'd accep'd
        accptd acptd adopted adopt adpt'd adptd resolved res'd resvd carried carr'd grant granted
        permitted ok'd okd ok'ed okayed passed allowed supported backed endorsed ratified ok okay yes
        authorised authorized authd auth'd go_ahead | refuse refused refuses refusal ref'd refd refu'd
        refsd rfsd rejected reject rejects rejection rej'd rejd rej reje'd rejctd declined defeated lost
        disagreed dismissed opposed disallowed denied turned_down voted_down thrown_out;
    increase increased increases increasing inc'd rise rises rose risen raised higher upward growth
        grown up going_up gone_up goes_up went_up put_up | decrease decreased decreases decreasing dec'd
        reduce reduced reduces reduction reducing fall fell fallen lowered lower drop dropped decline
        shrunk cut down going_down gone_down goes_down went_down;
    favour support supports supported in_favour | against agst oppose opposed opposes opposition
        objected objects object objection objections objn objns obj objs;
    before prior beforehand b4 ahead_of | after afterwards following foll aft;
    opened open reopened opening | closed close shut closure closing clsd;
    include included including incl inc | exclude excluded excluding excl exclusive_of;
    more extra additional | less fewer;
    surplus underspend underspent | deficit shortfall overspend overspent;
    maximum max at_most no_more_than up_to | minimum at_least no_less_than;
    continue continued continues continuing cont'd contd carry_on | cease ceased stop stopped
        discontinue discontinued;
    satisfied satisfactory happy content pleased | dissatisfied unsatisfactory unhappy displeased
        disappointed;
    possible able | impossible unable;
    north northern | south southern;
    east eastern | west western;
    internal | external ext;
    purchase purchased buy bought acquire acquired acquires | sold sell sale selling disposed;
    success successful successfully won | unsuccessful unsuccessfully failed failure;
    sufficient adequate enough | insufficient inadequate;
    improved improving better improvement | worsened worsening worse deteriorated deterioration;
    longer | shorter;
    above over exceeded exceeding exceeds | below under;
    earlier sooner | later;
    inside indoors indoor | outside outdoors outdoor;
    temporary temporarily temp | permanent permanently perm;
"""
PAIRS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = tuple(
    (tuple(one.split()), tuple(other.split()))
    for one, other in (pair.split("|") for pair in _TEXT.split(";") if pair.strip())
)
"""The words of either side of each pair; ``_`` stands for a space. The first three are told apart by name."""
