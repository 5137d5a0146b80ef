"""The one dictionary of clerks' shorthand: what is short for what.

Short forms that no dictionary has are found by ``short_forms`` (in notes, for a word of the draft) and by
``word_match`` (in the draft, for a word of the notes).
"""

from collections.abc import Mapping

_SHORT_FORMS = """
    a/c: account; a/cs: accounts; abs: abstained abstention abstentions; abt: about; acc: account
    accepted; accs: accounts; acct: account; accts: accounts; agd: agreed; agm: annual general
    meeting; agr: agreed agreement; agst: against; amt: amount; ann: annual; apol: apologies; apols:
    apologies; app: application approved; appl: application; applic: application; appln:
    application; apps: applications; appt: appointment; asap: soon possible; asst: assistant; att:
    attended attendance; auth: authority; bal: balance; bdgt: budget; bec: because; bldg: building;
    bn: been; c/f: carried forward; cc: county council; ch: chairman chair chairperson church; chmn:
    chairman chairperson; chn: children; chq: cheque; chqs: cheques; clk: clerk; cllr: councillor
    cllr; cllrs: councillors cllrs; cmte: committee; cncl: council; comm: committee community; conf:
    confirmed conference; corr: correspondence corrected; corres: correspondence; ctte: committee;
    cttee: committee; dc: district council; dec: declaration december; decl: declaration; decs:
    declarations; def: deferred; dept: department; dir: director; disc: discussed discussion; doc:
    document; docs: documents; educ: education; eqpt: equipment; equip: equipment; est: estimate
    estimated; exec: executive; exp: expenses expenditure; ext: external extension; fin: finance
    financial; foll: following; fwd: forward; gen: general; gov: government governor; govt:
    government; gp: group; gps: groups; h/w: highways; hols: holidays; hq: headquarters; hse: house;
    inc: including increase; incl: including; indep: independent; info: information; ins: insurance;
    insp: inspection inspected; int: interest internal; jt: joint; kids: children; lib: library;
    ltr: letter; maint: maintenance; max: maximum; mgmt: management; mgr: manager; mgt: management;
    min: minimum minutes; mins: minutes; mtce: maintenance; mtg: meeting; mtgs: meetings; mth:
    month; mths: months; nat: national; no: number; nos: numbers; opp: opposite opposed; org:
    organisation; par: parish; pc: parish council; pd: paid; pkg: parking; plng: planning; poss:
    possible possibly; ppl: people; pres: presentation president; prev: previous; prog: programme;
    prop: proposed proposal property; pt: point part; pub: public; pymt: payment; pymts: payments;
    qn: question; qs: questions; qtr: quarter; rcvd: received; rec'd: received;
    rec: received recommended recreation; recd: received; ref: reference; refs: references;
    reg: regular regulation; rep: report representative; reps: representatives; req: required;
    reqd: required requested; reqs: requests; res: resolved
    residents; resp: response responsible; rpt: report; rptd: reported; rpts: reports; rvw: review;
    sch: school; schl: school; sec: secretary seconded; shd: should; sig: signature; st: street;
    subj: subject; subs: subscriptions; sugg: suggested; supp: support; temp: temporary; thro:
    through; thru: through; treas: treasurer; veh: vehicle; vill: village; vol: volunteer; vols:
    volunteers; w/e: weekend; w/o: without; w/s: workshop; wd: would; wg: working group; wk: week;
    wkg: working; wks: weeks; wp: working party; yr: year; yrs: years
    """
SHORTHAND: Mapping[str, tuple[str, ...]] = {
    entry.split(":")[0].strip(): tuple(entry.split(":")[1].split()) for entry in _SHORT_FORMS.split(";")
}
"""Short forms with the words they may stand for. A short form may stand for all of them at once."""
