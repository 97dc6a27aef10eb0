"""Events as rows of ACLED (31 columns). What is not known is left empty, never guessed; blank is not zero.

Fatalities are those of policy `acled` where it was run, else the low of the range of reports: the most conservative.
Event types follow the table of acts. Codes that ACLED gives itself (iso, inter, its own id) stay empty.
"""

from collections.abc import Iterator

from sijill.model.claim import Act, Harm
from sijill.model.finding import Finding, accused
from sijill.model.place import PlacePrecision
from sijill.model.when import Precision
from sijill.publish.coding.rows import to_sheet
from sijill.publish.material import Material

DATASET = "acled"
COLUMNS = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1"
    " actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location"
    " latitude longitude geo_precision source source_scale notes fatalities tags timestamp"
).split()
REMOTE, VIOLENCE, STRATEGIC = "Explosions/Remote violence", "Violence against civilians", "Strategic developments"
TYPES = {
    Act.KILLING: (VIOLENCE, "Attack"),
    Act.EXECUTION: (VIOLENCE, "Attack"),
    Act.SHOOTING: (VIOLENCE, "Attack"),
    Act.AIRSTRIKE: (REMOTE, "Air/drone strike"),
    Act.SHELLING: (REMOTE, "Shelling/artillery/missile attack"),
    Act.BOMBING: (REMOTE, "Remote explosive/landmine/IED"),
    Act.CHEMICAL_ATTACK: (REMOTE, "Chemical weapon"),
    Act.ARMED_CLASH: ("Battles", "Armed clash"),
    Act.ABDUCTION: (VIOLENCE, "Abduction/forced disappearance"),
    Act.SEXUAL_VIOLENCE: (VIOLENCE, "Sexual violence"),
    Act.DETENTION: (STRATEGIC, "Arrests"),
    Act.DESTRUCTION: (STRATEGIC, "Looting/property destruction"),
    Act.LOOTING: (STRATEGIC, "Looting/property destruction"),
}
WHEN = {Precision.HOUR: "1", Precision.DAY: "1", Precision.WEEK: "2", Precision.MONTH: "3"}
WHERE = {
    PlacePrecision.EXACT: "1",
    PlacePrecision.SITE: "1",
    PlacePrecision.SETTLEMENT: "1",
    PlacePrecision.DISTRICT: "2",
    PlacePrecision.PROVINCE: "3",
}


def to_acled(material: Material) -> Iterator[bytes] | None:
    """Every event of a type that ACLED codes, as a CSV."""
    return to_sheet(material, dataset=DATASET, columns=COLUMNS, takes=lambda each: each.act in TYPES, code=_coded)


def _coded(finding: Finding, material: Material) -> dict[str, str]:
    told = finding.policies.get("acled")
    deaths = (told.tolls if told else finding.tolls).get(Harm.KILLED)
    event_type, sub_type = TYPES[finding.act]
    place = material.places.get(finding.where.place) if finding.where.place else None
    around = {
        material.places[each].kind: material.places[each].name
        for each in reversed((place.id, *place.within) if place else ())
        if each in material.places
    }
    actors = [_name(each, material) for each in accused(finding.attribution)]
    documents = [material.documents[each] for each in finding.documents if each in material.documents]
    said = {
        "event_id_cnty": finding.id,
        "event_date": finding.when.start,
        "year": (finding.when.start or "")[:4],
        "time_precision": WHEN.get(finding.when.precision),
        "event_type": event_type,
        "sub_event_type": sub_type,
        "actor1": actors[0] if actors else None,
        "actor2": actors[1] if finding.act is Act.ARMED_CLASH and len(actors) > 1 else None,
        "country": around.get("country"),
        "admin1": around.get("province"),
        "admin2": around.get("district"),
        "location": place.name if place else finding.where.text,
        "latitude": finding.where.lat,
        "longitude": finding.where.lon,
        "geo_precision": WHERE.get(finding.where.precision),
        "source": "; ".join(dict.fromkeys(each.source for each in documents if each.source)),
        "source_scale": told.grade.value if told else None,
        "notes": finding.title,
        "fatalities": deaths.low if deaths and not deaths.unknown else None,
    }
    return {column: "" if value is None else str(value) for column, value in said.items()}


def _name(party: str, material: Material) -> str:
    return next((each.name for each in material.parties.values() if each.id == party), party)
