"""Plain words and formal ones for the same thing: clerks jot the one and minutes print the other.

Only what means the same of anything that bodies meet about, and no two words of which one may deny the other.
"""

from review_tui.language.stems import stem

_FAMILIES = """
    begin start commence launch; stop cease discontinue halt quit; keep retain maintain; leave
    withdraw depart quit; resign retire; get obtain acquire procure receive; buy purchase procure
    acquire; sell dispose; send submit forward circulate post mail; ask request enquire inquire
    query; think consider feel believe; help assist assistance support aid; let allow permit
    permission; need require necessary requirement; look examine inspect review investigate consider
    check; find locate identify trace; show display exhibit; choose select pick appoint elect; try
    attempt; end finish conclude complete expire expiry; meet convene; pay remit payment; bill
    invoice charge; quote quotation estimate tender bid; cash money fund; pay wage salary
    remuneration; boss manager chief; staff employee worker personnel; folk people resident; kid
    child pupil student youngster; old elderly pensioner aged; parent family; doctor gp physician;
    lawyer solicitor attorney counsel legal; police constable officer; builder contractor; firm
    company contractor supplier; shop store retail; pub inn bar; car vehicle auto; lorry truck; bike
    bicycle cycle cycling; boat vessel ship craft; bus coach transport; street road highway; path
    footpath pavement sidewalk walkway; lane track; fence fencing railing; loo toilet lavatory
    restroom washroom; bin receptacle container; rubbish litter refuse waste garbage trash; mess
    untidy; tree woodland; bush shrub hedge; grass lawn turf mowing mow; dig excavate excavation;
    hole pothole cavity; leak leakage; flood flooding; damp moisture; mould mold; heater heating
    boiler; electric electricity leccy power; roof roofing; door entrance; gate entrance; room
    chamber; house property dwelling home; flat apartment unit; field pitch; noise noisy loud; row
    dispute disagreement; moan complain complaint grumble; worry concern anxious uneasy; angry
    unhappy dissatisfied; happy content satisfied pleased; thank gratitude appreciation thanks;
    sorry regret; small minor modest; slow delay delayed late; soon shortly; dear expensive costly
    steep; cheap inexpensive lowest; free gratis; broken faulty defective damaged damage; mend
    repair fix rectify restore; change amend alter modify revise revision amendment; swap exchange
    replace replacement substitute; add additional extra; drop abandon scrap; build construct erect
    construction; paint decorate redecorate; clean tidy cleaning; cut trim prune; wait await; put
    postpone defer; talk discuss speak discussion consult; write letter correspondence; ring phone
    telephone call contact; email mail contact; rule regulation policy bylaw; law legal statutory
    legislation; job task work duty; promise undertaking pledge; boost improve enhance improvement
    better; danger hazard dangerous risk unsafe; safe safety; hurt injure injury injured; ill sick
    unwell illness; death
    die bereavement; fight altercation; theft steal stolen burglary; picture photograph photo image;
    film video; ad advert advertise advertisement notice; poster notice display; website web site
    online; sign notice signage; list register schedule; trip visit outing excursion; fete fair
    festival; food catering refreshment meal; prize award trophy; gift donation; helper volunteer;
    member membership; newcomer new; book reserve booking reservation; hire rent let lease rental
    letting; loan borrow borrowing; debt arrears owe outstanding; spare surplus; short shortfall
    deficit; save saving economy; spend expenditure expense outlay; earn income receipt takings
    revenue; poll vote ballot; sort arrange organise organize; run operate manage; chase pursue
    follow; push press urge; split divide share; paper document; copy duplicate; file record; train
    training course instruction; teacher teaching; class lesson; school academy; room classroom;
    slide slideshow powerpoint presentation;
    crossing crosswalk zebra; speed speeding; parking park; term period; yearly annual; monthly
    month; weekly week; daily day; fortnight fortnightly; xmas christmas; hols holiday vacation;
    noon midday; dusk sunset nightfall; straight immediate immediately straightaway; tell inform
    notify told; big large substantial; light lamp lighting; lend lent; send sent; pay paid; spend spent;
    build built; sell sold; buy bought; keep kept; hold held; meet met; write wrote written; give gave
    given; take took taken; bring brought; find found; choose chose chosen; run ran; begin began begun;
    break broke broken; lose lost; win won; grow grew grown; rise rose risen; fall fell fallen; draw drew
    drawn; speak spoke spoken; steal stole stolen; dig dug; teach taught; tear torn; freeze froze frozen;
    sweep swept; lay laid; leave left
    """
FAMILIES: dict[str, frozenset[str]] = {}
"""Stems with those of the words that may be written for them."""
for _family in _FAMILIES.split(";"):
    _stems = frozenset(map(stem, _family.split()))
    for _one in _stems:
        FAMILIES[_one] = FAMILIES.get(_one, frozenset()) | _stems
