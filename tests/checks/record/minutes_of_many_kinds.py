"""Little minutes of other bodies than parish councils, all in order, for the checks to find nothing in."""

WELSH = """\
Cyngor Cymuned Llanfair / Llanfair Community Council

Minutes of the meeting held on Tuesday, 10th May, 2022 at 7pm in the Memorial Hall and via Zoom

Present: Cllrs Gwyn ap Rhys (Chair), Si\u00e2n Llewelyn-Jones, D Prydderch, Rhodri Ifans, Mair Eluned Pugh
In attendance: Nia H\u00e2f Bowen (Clerk); County Cllr Elfed Wyn-Jones
Apologies: Cllr Ieuan Prys, Cllr Catrin M\u00f4n

1. Declarations of interest
Cllr D. Prydderch declared a personal interest in item 4 (playing field) and left while it was considered.

2. Minutes
The minutes of the meeting held on 12 April 2022 were proposed as a true record by Cllr Llewelyn-Jones and \
seconded by Cllr Ifans. AGREED.

3. County Councillor's report
County Cllr Elfed Wyn-Jones reported that resurfacing of the A4085 would start on 6th and 7th June. Cllr \
Pugh \
asked whether signs would be bilingual. CCllr Wyn-Jones said that they would.

4. Lease of the playing field
PENDERFYNIAD/RESOLVED: by 3 votes to 1 to renew the lease from 1 July 2022 to 30 June 2027 at \u00a3150 \
a year.

5. Finance
Payments: Clerk's salary \u00a3412.50; HMRC \u00a382.40; Zoom \u00a314.39. Total \u00a3509.29.

6. Date of next meeting: Tuesday 14 June 2022 at 7.00pm.

The meeting closed at 8.45pm.
"""
SCHOOL = """\
ST BRIDE'S CE PRIMARY SCHOOL
Minutes of the Full Governing Board held on Thursday 24 November 2022 at 5.30 p.m.

| Name | Category | Present |
|---|---|---|
| Mrs Adaeze Nwosu (AN) | Co-opted, Chair | Yes |
| Mr Piotr Zielinski (PZ) | Parent | Yes |
| Rev. Hilary Stokoe (HS) | Foundation | Yes |
| Ms Jo Tansley (JT) | Headteacher | Yes |
| Mr Ken Ablett (KA) | LA | Apologies |
| Miss Priya Raman (PR) | Staff | Yes |

In attendance: Mrs L Oduya (Clerk), Mr B Farrant (School Business Manager)

1. Welcome and apologies
AN opened the meeting at 5.35 pm. Apologies were received and accepted from KA. The meeting was quorate.

2. Minutes of the last meeting
The minutes of 22 September 2022 were approved, proposed PZ, seconded HS.

3. Headteacher's report
JT reported that of 210 pupils on roll, 42 (20%) were eligible for pupil premium. Governors asked about \
persistent absence. JT said that it had gone down from 18% to 15%. The drop-in in October had been busy.

4. Budget monitoring
BF presented the report for period 7. The forecast carry-forward was \u00a338,412, up from \u00a335,000 \
in the \
approved budget, an increase of \u00a33,412.

5. Policies
RESOLVED: that the Safeguarding Policy 2022-23 be adopted. Proposed by Rev Stokoe and seconded by Miss \
Raman; \
all in favour.

6. Dates of meetings: Thursday 26 January 2023; Thursday 23 March 2023; Thursday 18 May 2023, all at 5.30 pm.

The meeting closed at 7.10 pm.
"""
TRUST = """\
Wolds and Vale NHS Foundation Trust
Minutes of the Public Board Meeting held at 09:30 on Wednesday 25 May 2022, by MS Teams

Present:
Dame Ruth Oyelaran        Chair
Mr Simon Fairhurst        Non-Executive Director
Dr Leila Haddad           Non-Executive Director
Mrs Carole Dutton         Chief Executive
Mr Tariq Mehmood          Director of Finance

In attendance:
Ms Zoe Tandy              Company Secretary

Apologies:
Mrs Beth Amory            Non-Executive Director

22/41 Declarations of interest
There were none.

22/42 Minutes of the meeting held on 30 March 2022
The minutes were approved as a correct record.

22/43 Finance report, month 1
Mr Mehmood presented the report. The Trust had a deficit of \u00a31.2m against a planned deficit of \
\u00a30.9m, \
an adverse variance of \u00a30.3m. Dr Haddad asked about agency costs. The Board NOTED the report.

22/44 Digital strategy 2022-2025
Mrs Dutton introduced the strategy. The Board APPROVED the Digital Strategy 2022-2025.

22/45 Date of next meeting
Wednesday 27 July 2022, 09:30.
"""
COMMITTEE = """\
Culture and Heritage Committee
Minutes of the 12th Meeting of Session 2022-23
Tuesday 18 October 2022

Members present: Dame Angela Thorley (Chair), Kim Ashdown, Rt Hon Peter Gedney, Sir Desmond Wray, Rosa \
Villiers

Paragraph 42 read. Amendment proposed, in line 3, to leave out "must" and insert "should".\u2014(Sir \
Desmond Wray.)
Question put, That the Amendment be made. The Committee divided.
Ayes, 1: Sir Desmond Wray
Noes, 3: Kim Ashdown, Rt Hon Peter Gedney, Rosa Villiers
Question accordingly negatived.

[Adjourned till Tuesday 25 October at 9.30 a.m.
"""
SCOTTISH = """\
KIRKBRAE AND DISTRICT COMMUNITY COUNCIL
DRAFT MINUTE of meeting held in the Village Hall, Kirkbrae on Wed 19 January 2022, 7.30pm

SEDERUNT: Morag Dalgleish (Convener), Hamish Rennie (Treasurer), Eilidh Sim (Secretary), Fergus Tait, \
A. Petrie, Councillor J Bain (Highland Council), 6 members of the public

APOLOGIES: Isla Munro, PC Greig

1. MINUTE OF LAST MEETING \u2013 17 November 2021. Proposed: F Tait. Seconded: A Petrie.
2. POLICE REPORT \u2013 PC Greig's report was read out. Two thefts were reported between 1 December and \
15 January.
3. TREASURER \u2013 H Rennie reported a balance of \u00a31,874.02 in the main account and \u00a3510.00 \
in the \
project account (total \u00a32,384.02).
4. COUNCILLOR'S REPORT \u2013 Cllr Bain advised that bin collections would resume on the 24th and 25th \
January.
DONM \u2013 Wed 16 March 2022 at 7.30pm
"""
PLANNING = """\
PLANNING COMMITTEE - 7 SEPTEMBER 2022
PRESENT: Councillor M Yardley (Chairman), Councillors P Quested (Vice-Chairman), B Oddie, T Nuttall, \
J Ravenhill and S Vose.
Substitute: Councillor L Kemp for Councillor D Hartshorne.
Apologies were received from Councillor D Hartshorne.

P/22/0456 - 12 dwellings at Mill Farm
Councillor Nuttall proposed, and Councillor Kemp seconded, that permission be refused. On being put to \
the vote \
the motion was lost by 3 votes to 4. Councillor Quested then proposed that permission be granted; this was \
seconded by Councillor Vose and carried by 4 votes to 3.

P/22/0461 - extension at 9 Church Walk
The recommendation was moved by Cllr Oddie and seconded by Cllr Ravenhill. RESOLVED unanimously to grant it.
The meeting began at 6.30 p.m. and ended at 8.15 p.m.
"""
PAROCHIAL = """\
PARISH OF ST OSWALD, THORNBY
Parochial Church Council \u2013 minutes of meeting 14th March 2023

Present: The Revd Canon Judith Eames (Vicar, in the chair), Mr Roy Tapper and Mrs Sheila Noon \
(Churchwardens), \
Dr A. Whitmore (Treasurer), Miss P. Jolliffe (Secretary), Mr & Mrs Hal Dunster, Gill Prowse, Mrs D Utting.
Apologies: Ted Marlow.

1. Minutes of the meeting of 17th January 2023 were approved (proposed Roy Tapper, seconded Gill Prowse).
2. Matters arising. Mrs Noon reported that the gutters were cleared on Saturday 4th February.
3. Finance. Dr Whitmore tabled the accounts for 2022: receipts \u00a341,206.77, payments \u00a343,990.12, a \
deficit of \u00a32,783.35. Adoption was proposed by Mr Tapper, seconded by Mrs Utting and carried nem. con.
4. Next PCC: Tuesday 16th May at 7.30 p.m. in the Vestry.
"""
ALL = {
    "welsh": WELSH,
    "school": SCHOOL,
    "trust": TRUST,
    "committee": COMMITTEE,
    "scottish": SCOTTISH,
    "planning": PLANNING,
    "parochial": PAROCHIAL,
}
