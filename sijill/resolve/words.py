"""The words around names: forces, fighters, roles, kinds of voices, how wide a place is."""

from sijill.language.folding import keys

FORCE = keys(
    "army military troops troop soldiers soldier forces force warplanes warplane jets jet aircraft planes"
    " plane helicopters helicopter gunships aviation artillery navy regime government air strikes strike"
    " airstrikes airstrike raids raid bombers bombardment shelling shells drones drone missiles missile units"
    " unit commandos paratroopers gunboats authorities police security allies ally partners proxies"
    " backers officers officer snipers sniper barrel bombs bombing bombings attacks attack fire tank tanks"
    " war bomb قوات طيران جيش طائرات طائرة مقاتلات مقاتلة"
    " مروحيات مروحية مدفعية دبابات"
    " سلاح بحرية شرطة أمن مخابرات قناصة جنود جندي ضباط ضابط حكومة نظام سلطات حرس حواجز حاجز غارات غارة قصف"
)
"""The forces of anybody, a state's or a group's: "Ruritanian warplanes"."""

FIGHTERS = keys(
    "fighters fighter militants militant militiamen militia militias gunmen gunman members member combatants"
    " combatant terrorists terrorist terror jihadists jihadist jihadis extremists extremist"
    " insurgents insurgent rebels rebel men elements element commanders commander leaders leader cells cell factions"
    " faction brigades brigade groups group organization organisation organizations movement battalions battalion"
    " suicide bomber mortars mortar rockets rocket assailants مقاتلي مقاتلو عناصر مسلحي مسلحو"
    " مسلحون مسلحين مقاتلون مقاتلين"
    " مليشيا ميليشيا مليشيات ميليشيات فصائل كتائب قائد قيادي قادة"
)
"""The people of an armed group. After the bare adjective of a state they name nobody: "Ruritanian rebels"."""

ARMS = keys("حربي حربية جو جوي جوية مروحي مروحية بري برية بحري بحرية مسلحة حدود خاصة")
"""After an Arabic word for forces, what sort they are: between it and whose they are."""

AIRCRAFT = keys(
    "warplanes warplane jets jet aircraft planes plane helicopters helicopter gunships gunship fighter bombers"
    " طائرات طائرة مقاتلات مقاتلة مروحيات مروحية حربية الطائرات الطائرة الحربية"
)
"""What only a state or a coalition flies; alone they are nobody's."""

ORGANS = keys(
    "ministry minister ministers command leadership parliament cabinet presidency authorities defence defense foreign"
    " interior information وزارة قيادة"
)
"""The offices of a state, which act in its name: "the Ruritanian defence ministry"."""

STATE_ARMS = keys("army air force forces military navy armed security police government regime authorities troops")
"""With `the` before them, the arms of the one state that a document names: "the air force"."""

THE_GROUP = keys("militants jihadists jihadis extremists insurgents fighters group organisation organization")
OF_GROUPS = keys("militant jihadist extremist insurgent armed radical hardline ultra islamist takfiri terrorist")
"""With `the` before them, the one armed group that a document names: "the militants", "the extremist group"."""

OWN = keys("its his her their")
ALLIES = keys("ally allies partners proxies backers")
LEADING = keys(
    "the a an another some many several more than least about nearly over other others two three four five six seven"
    " eight nine ten dozens hundreds scores of its his their alleged suspected local young heavy unidentified both"
    " so called self proclaimed styled advancing ما يسمى"
)
TRAILING = keys("armed loyal")
"""What is left at the end of a name of words that told more of it: "Column members armed (with pistols)"."""

OPPOSED = keys("anti former ex non counter against held controlled free pro against fighting")
"""Before a party's name they make it somebody else's: "anti-X fighters"."""

SPOKEN = keys(
    "spokesman spokeswoman spokesperson spokesmen spokespeople statement statements communique official"
    " officials source sources minister ministry ministers president envoy ambassador representative delegate"
    " delegation adviser advisor advisers aide aides general colonel commander commanders chief head leader"
    " leaders director deputy secretary parliament lawmaker foreign defence defense interior information health"
    " justice prime command high staff senior top unnamed undisclosed website channel television tv radio media outlet"
    " newspaper agency news state run owned official ناطق متحدث وزير وزارة مسؤول مصدر بيان"
)
"""Who speaks for a party: "a senior X official", "the X defence ministry"."""

OFFICIAL = keys(
    "spokesman spokeswoman spokesperson official officials minister ministry president envoy ambassador"
    " representative adviser advisor general colonel commander command ناطق متحدث وزير وزارة مسؤول"
)
"""Of those, the ones that stand for the state itself, so that the adjective of a state is enough before them."""

NAMED_ORGANISATIONS = keys(
    "observatory network centre center committees commission society coalition council federation helmets watch"
)
"""The word of an organisation's name that stands for it: "the Observatory"."""

JOURNALISTS = keys(
    "correspondent correspondents reporter reporters journalist journalists photographer team newspaper daily"
)

MONITORS = keys("human rights monitor monitors monitoring group watchdog ngo organisation organization")
"""Words that stand for the one monitor which a document names."""

KIND_WORDS = (
    ("anonymous", keys("source sources anonymous insider insiders")),
    ("eyewitness", keys("witness witnesses eyewitness eyewitnesses survivor survivors")),
    (
        "local",
        keys("activist activists resident residents local locals villager villagers doctor doctors medics inhabitants"),
    ),
    ("ngo", keys("monitor monitors watchdog ngo observatory charity")),
    ("media", keys("media newspaper television tv radio channel agency website")),
    ("social", keys("facebook twitter youtube telegram video videos footage")),
    ("official", OFFICIAL),
)
"""The kind of a voice by its words, first match; only where `extract` left it unknown."""
