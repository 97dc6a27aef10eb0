"""Which acts can be two words for one incident. docs/method/link.md, table 1."""

from sijill.model.claim import Act

FAMILY = {
    Act.KILLING: "killing",
    Act.EXECUTION: "killing",
    Act.SHOOTING: "killing",
    Act.ARMED_CLASH: "fighting",
    Act.AIRSTRIKE: "bombardment",
    Act.SHELLING: "bombardment",
    Act.BOMBING: "bombardment",
    Act.CHEMICAL_ATTACK: "chemical",
    Act.ABDUCTION: "captivity",
    Act.DETENTION: "captivity",
    Act.TORTURE: "captivity",
    Act.SEXUAL_VIOLENCE: "sexual violence",
    Act.SIEGE: "siege",
    Act.DEPRIVATION: "siege",
    Act.AID_OBSTRUCTION: "siege",
    Act.AID_DELIVERY: "siege",
    Act.DISPLACEMENT: "displacement",
    Act.DESTRUCTION: "destruction",
    Act.LOOTING: "destruction",
    Act.TERRITORIAL_CONTROL: "control",
    Act.OTHER: "other",
}

# Words of two families that reports use for one incident: people die in an air strike, the abducted are killed.
MAY_BE_ONE = {
    frozenset(pair)
    for pair in (
        ("killing", "fighting"),
        ("killing", "captivity"),
        ("killing", "sexual violence"),
        ("killing", "chemical"),
        ("bombardment", "chemical"),
        ("bombardment", "destruction"),
        ("bombardment", "fighting"),
        ("bombardment", "displacement"),
        ("fighting", "displacement"),
        ("captivity", "sexual violence"),
        ("destruction", "killing"),
    )
}

# Acts so rare that two reports of one day and country hardly mean two incidents.
RARE = frozenset({Act.CHEMICAL_ATTACK})

LASTING = frozenset(
    {Act.SIEGE, Act.DEPRIVATION, Act.AID_OBSTRUCTION, Act.AID_DELIVERY, Act.TERRITORIAL_CONTROL},
)

# Acts that are an incident by themselves, even where no harm to people is named.
INCIDENT_BY_ITSELF = frozenset(
    {
        Act.KILLING,
        Act.EXECUTION,
        Act.AIRSTRIKE,
        Act.SHELLING,
        Act.BOMBING,
        Act.CHEMICAL_ATTACK,
        Act.SHOOTING,
        Act.ABDUCTION,
        Act.DETENTION,
        Act.TORTURE,
        Act.SEXUAL_VIOLENCE,
    }
)
