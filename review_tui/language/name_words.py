"""The words that names of people are made of, and the words that end them."""

GIVEN = frozenset(
    """
    aaron abbie abdul abigail adam adrian aidan aisha alan alasdair alastair albert alec alex alexander
    alexandra alexis alfie alfred ali alice alicia alison alistair allan allison alun alyson amanda amber
    amelia amina amir amy ana andrea andrew andy angela angus anita ann anna anne annette annie anthony
    antony anya arthur asha ashley audrey barbara barry beatrice becky ben benjamin bernadette bernard
    beryl beth bethany betty beverley bill billy bob bradley brenda brian bridget bruce bryan bryn callum
    cameron carl carmel carol carole caroline carolyn catherine cathy cecilia ceri charles charlie
    charlotte cheryl chloe chris christian christina christine christopher claire clara clare clive colin
    colm connor craig cynthia daisy damian daniel danielle danny daphne darren dave david dawn dean
    deborah debbie declan deirdre denis denise dennis derek des desmond diana diane dominic donald donna
    doreen doris dorothy douglas duncan dylan eamonn eddie edith edmund edward edwin eileen elaine eleanor
    elizabeth ella ellen ellie elsie emily emma eric erica erin ernest esther ethan eva evelyn ewan faith
    farah fatima felicity fiona frances francis frank fred frederick freya gareth gary gavin gemma geoff
    geoffrey george georgia georgina gerald geraldine gerard gill gillian gina glen glenn glenys gloria
    gordon graeme graham greg gregory guy gwen gwyneth hannah harold harriet harry hasan hassan hayley
    hazel heather helen helena henry hilary howard hugh hussain ian imran ingrid irene iris isaac isabel
    isabelle isobel ivan ivor jack jackie jacob jacqueline jacqui jake james jamie jan jane janet janette
    janice jason jasmine jean jeff jeffrey jennie jennifer jenny jeremy jerry jessica jill jillian jim
    jimmy jo joan joanna joanne joe joel john johnny jon jonathan jordan joseph josephine josh joshua joy
    joyce judith judy julia julian julie june justin karen karl kate katherine kathleen kathryn kathy
    katie katrina kay keith kelly ken kenneth kerry kevin khalid kim kirsty kirsten kyle lara laura lauren
    laurence lawrence leah leanne lee len leo leon leonard lesley leslie lewis liam lily linda lindsay
    lindsey lisa liz lloyd lorna lorraine louis louise lucy luke lydia lynda lynn lynne maggie malcolm
    mandy marcus margaret maria marian marie marilyn marion marjorie mark martin martha martyn mary mathew
    matt matthew maureen maurice max maxine megan melanie melissa mervyn michael michelle mick miriam
    mohamed mohammad mohammed moira molly monica morag muhammad muriel myra nadia nancy naomi natalie
    natasha nathan neil nia niall nicholas nick nicola nicole nigel nina noel nora noreen norma norman
    oliver olivia oscar owen paddy pam pamela pat patricia patrick paul paula pauline peggy penelope penny
    peter phil philip philippa phillip phoebe phyllis piotr poppy priya rachael rachel ralph ray raymond
    rebecca reg rhian rhys richard rita rob robbie robert roberta robin rod roderick rodney roger roland
    ron ronald rory rosalind rosemary rosie ross rowena roy rupert russell ruth ryan sadia sally sam
    samantha samuel sandra sanjay sara sarah scott sean shahid shane sharon sheila shelley shirley sian
    simon sophia sophie stan stanley stefan stella stephanie stephen steve steven stewart stuart sue susan
    suzanne sybil sylvia tanya tara ted terence teresa terry thelma theresa thomas tim timothy tina toby
    tom tommy toni tony tracey tracy trevor trisha trudy una valerie vanessa vera vernon veronica vicky
    victor vijay vincent violet vivien vivienne walter wayne wendy wilfred william winifred yasmin yusuf
    yvonne zara zoe
    """.split()  # noqa: SIM905 -- five hundred names read better as prose
)
"""Given names common in Britain, in small letters, without those that are words too (Grant, Rose, May)."""

SHORT_FORMS = tuple(
    """
    abigail abbie; alan allan alun; albert alfred alf bert; alexander alexandra alex alec sandy alexis;
    alison allison alyson ali; andrew andy drew; angela angie ange; anthony antony tony; barbara barb
    babs; benjamin ben; bernard bernie; beverley bev; bradley brad; caroline carolyn carol carole;
    catherine katherine kathryn cathy kathy kate katie kay kit kath cath; charles charlie chas; christine
    christina christopher chris christian kit; clifford cliff; daniel danny dan danielle dani; david dave
    davy; deborah debbie debra deb; dennis denis den; desmond des; diana diane di; donald don; dorothy dot
    dotty; douglas doug; edward edwin edmund ed eddie ted ned; elizabeth liz beth betty lizzie libby
    elisabeth; eleanor ellie ella ellen; frances fran francis frank; frederick fred freddie; geoffrey
    geoff; george geo georgina georgie; gerald gerard gerry jerry; gillian gill jill jillian; glen glenn;
    gregory greg; harold harry henry hal; isabel isabelle isobel; jacqueline jackie jacqui; james jas jim
    jimmy jamie; janet jan janice janette jane; jeffrey jeff; jennifer jenny jennie jen; jessica jess
    jessie; joanna joanne jo joan; john jack johnny jon jonathan; joseph joe josephine jo; joshua josh;
    judith judy jude; julia julie julian jules; kenneth ken kenny; kimberley kim; laurence lawrence larry
    laurie; leonard len leon leo; lesley leslie les; linda lynda lyn lynn lynne; louise lou louis; malcolm
    mal; margaret maggie meg peggy marge; martin martyn marty; matthew mathew matt; maureen mo; michael
    mick mike micky; mohammed mohammad mohamed muhammad mo; nathan nathaniel nat; nicholas nick nicky
    nicola nicole; norman norm; oliver ollie olivia; pamela pam; patricia patrick pat paddy trish trisha
    tricia; penelope penny; peter pete; philip phillip phil philippa; raymond ray; rebecca becky bec;
    richard dick rick ricky rich; robert robt rob bob bobby robbie robin bert; rodney rod roderick; ronald ron
    ronnie; rosemary rose rosie; russell russ; samuel saml samantha sam sammy; sandra sandy; stephanie steph;
    stephen steven steve stefan; stewart stuart stew stu; susan sue suzanne susie suzie; terence terry;
    theresa teresa terri tess; thomas thos tom tommy; timothy tim; valerie val; victor victoria vic vicky;
    vincent vince; vivien vivienne viv; walter wally walt; william wm bill billy will willie
    """.split(";")  # noqa: SIM905 -- as above
)
"""Given names that may be one person's, a group for each, in small letters."""

PARTICLES = frozenset(
    {
        *("de", "da", "di", "du", "del", "der", "den", "van", "von", "vander", "la", "le", "al", "el", "bin"),
        *("ap", "n\u00ed", "u\u00ed", "nic"),
    }
)
"""Small words that begin a surname."""

PLACE_TYPES = frozenset(
    """
    acre acres avenue bank barn barns bridge broadway camp cemetery chapel church close common corner
    cottage cottages court crescent cross drive drove estate farm fen field fields gardens gate green
    grove hall heath hill house hospital inn island junction lane lodge loop manor market meadow meadows
    mews mill mount museum orchard parade park passage path pavilion place pond pool reservoir ridge rise
    river road row school square station street terminal terrace tower track village view walk wall way wharf
    wood woods yard rd st ave ln
    """.split()  # noqa: SIM905 -- as above
)
"""Words that end the name of a place."""

MAYBE_NAMES = PLACE_TYPES | frozenset(
    """
    april august banks bishop chamberlain church constable day dean england english french friday front
    grant green head holiday justice law long lord major march may mayor middle monday new noble north
    page parks parson penny poor power priest prime prior rector rose sale sheriff south speed summer
    sunday tree warden west will winter young
    """.split()  # noqa: SIM905 -- as above
)
"""Words that are a surname only right after a title, initials or given name: not in "Cllr Mann West"."""

NOT_NAMES = frozenset(
    """
    a about absence absent abstain abstained abstentions
    accepted account accounts act action actions administrator adult adults
    affairs after again agency agenda agent agreed all also although amendment an and annual any
    apologies apology application approval approve approved architect are area as assembly assistant
    associate associates
    association at attendance attended attending attorney authority away ayes bacs be bearer
    because been before board body boro borough both british budget building business but by cabinet can
    care caretaker carried
    effective centre centres chair chaired chairman chairmen chairperson chairs chairwoman
    charity cheque chief children childrens city civic clerk clerks client clinical cllr cllrs club co
    co-ordinator college commissioner committee communities community company computer con conservation
    conservative consultant contact contractor contractors coordinator corporate correspondence council
    councillor councillors councils county crime current date days dear december declared delegate
    democratic department deputy development director directors discussion district division draft due
    during each east education eight election elections electric eleven emergency engineer environment
    environmental even every executive expenses external february few finance financial fire first five
    football footpath for forum four from fund further future general generally given government
    governor governors grants group groups handyman has have hon he health healthwatch her here highway
    highways his history home housing how however if in independent information insurance integrated
    interest interests internal invoice is it item items january job july june junior labour land
    landowner lead leader leisure letter liaison liberal library licensing life limited litter local ltd
    mail main management manager matters meeting meetings member members mental messrs mid minister
    ministry minute minutes mobile money more motion national nature neighbourhood newsletter next nhs
    nays nine no noes noise none not note noted notice november now nursery october of off office officer
    officers
    old on one online only open operations opposition or organisation other others our out over owner
    owners papers parish parishes parishioner parishioners partner partners partnership party passed
    payment payments payee people per personnel plan planning play playing police policy present
    presented president press primary principal private project projects property proposal proposed
    proposer proposition public quality quarter question questions re recreation regarding regional
    register remarks gross net registrar report reported reports representative representatives
    representing request resident residents resigned resolution resolved resource resources response
    result retired review royal rt safe safeguarding safer safety saint saturday scheme scrutiny second
    secondary seconded seconder secretary section senior september sergeant service services seven she
    should sickness signed since site six social society solicitor solicitors some speaking special
    sports staff standard standing state strategic strategy sub subject supplies support supporter
    surveyor team temporary ten thanks that the their them then there therefore these they this those
    three through thursday to today together total town traffic training transport treasurer trees trust
    trustee trustees tuesday two unanimous unanimously under union united university until update upon
    utilities vacancy vice visitors voluntary vote voted votes voting warm was waste water we website
    wednesday week welcome welfare were what when where which while who why with within working works
    would written year years yes yesterday you your youth
    """.split()  # noqa: SIM905 -- as above
)
"""Words that with a capital letter still are no part of a person's name."""

LETTERS_BEHIND = frozenset(
    """
    ba bc bed bem bsc ca cbe cc cipfa dc dip dl fca frics frsa gp jp kbe kc kcb ma mba mbbs mbe md mp mpa mps
    ms msc msp obe ob pa pc pcc phd qc qpm rd rn tc td
    """.split()  # noqa: SIM905 -- as above
)
"""Letters behind a name, in capitals, that are an honour, a degree or a seat: "Mr Lewis JP"."""

MOVING_WORDS = frozenset({"prop", "propd", "props", "sec", "secd", "secs", "scnd", "seconds", "proposes"})
"""A clerk's verbs of moving, which are no part of the name before: "Prop Cllr Ryves Sec Cllr Lee"."""
