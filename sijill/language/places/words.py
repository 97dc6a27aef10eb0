"""The words around the name of a place: how wide it is, which part of it, what stands in it."""


def words(listed: str) -> frozenset[str]:
    """Words as written, for comparison with lower-case words of a text."""
    return frozenset(listed.split())


PROVINCE_WORDS = words("province governorate muhafaza oblast محافظة ولاية")
RURAL_WORDS = words("countryside rural ريف بادية")
"""The land around a town, most of its province: with a direction ("eastern countryside") only a part of it."""

DIRECTIONS = words(
    "north south east west northern southern eastern western northeast northwest southeast southwest"
    " northeastern northwestern southeastern southwestern الشرقي الغربي الشمالي الجنوبي شمال جنوب شرق غرب"
)
AROUND_WORDS = words(
    "near around outside outskirts outskirt vicinity environs surroundings fringes edge edges"
    " airport airbase base crossing checkpoint dam قرب محيط"
)
"""What bears the name of a town and lies some way off is around it too: its airport, its border crossing."""
OF_SITES = words("military international air")
"""Before the kind of what bears the name of a town: "Namar military airport"."""
UNIT_WORDS = words(
    "suburb suburbs parts part neighbourhood neighbourhoods neighborhood neighborhoods district districts area"
    " areas sector sectors bloc half quarter quarters side region front road highway line حي أحياء ضواحي"
)
"""A part of a settlement; a place that is itself a suburb stays what it is."""

NAMING_WORDS = words("city town village central downtown inner refugee camp capital enclave مدينة بلدة قرية")
"""They say what the place is; the name alone means the same."""

SITE_WORDS = words(
    "market markets bazaar souk hospital clinic school schools university mosque church square bakery roundabout"
    " stadium theatre theater bus station مستشفى مدرسة مسجد سوق"
)
"""Kinds of buildings inside a settlement: "Namar market" is in Namar, unless a place of the whole name is listed."""

INNER_WORDS = SITE_WORDS | words(
    "street avenue boulevard junction intersection square tower towers building block hall pharmacy supermarket"
    " restaurant café cafe hotel college university institute clinic complex cemetery park garden"
    " شارع برج عمارة"
)
"""Kinds of what lies inside a settlement. A street or hotel is often called like a town far away, so that its name
is never taken apart: "Kessa street" is no more in Kessa than elsewhere."""

DESCRIBED_WORDS = INNER_WORDS | words(
    "airport airbase base crossing checkpoint prison headquarters barracks camp مطار قاعدة معبر حاجز سجن مقر ثكنة مخيم"
)
"""Kinds of what a report tells of without a name: "a school in Kessa", "the checkpoint"."""

QUARTERS = words("neighbourhood neighborhood quarter suburb street avenue")
CALLED_QUARTERS = words("neighbourhood neighborhood quarter suburb district area sector حي")
QUARTER_WORDS = QUARTERS | words("block area")
"""A part of a settlement, so that the name before is not the one after: "the Sabha quarter of Namar"."""

CONNECTIVES = words("of the to a an at on from its their in and two several some other")
