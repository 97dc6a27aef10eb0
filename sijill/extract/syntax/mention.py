"""A person as a sentence names one: the name, and what stands beside it."""

from dataclasses import dataclass, field

from sijill.model.person import Sex


@dataclass(slots=True)
class Mention:
    """Tokens of one person. Spans are [start, end) in tokens of the whole text.

    start, end   the whole expression: "his wife Dr. Ada Tarn (34)"     name   "Ada Tarn"
    owner        the word that says whose kin: "his", or the name before "'s"
    several      the kin word counts more than one: "his sons A and B"
    parts        field -> the tokens that say it (age, sex, kin, kunya)
    """

    start: int
    end: int
    name: tuple[int, int]
    kunya: tuple[int, int] | None = None
    age: tuple[int, int] | None = None
    sex: Sex | None = None
    relation: str | None = None
    owner: int | None = None
    several: bool = False
    parts: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def words(self) -> int:
        """How many tokens the name has."""
        return self.name[1] - self.name[0]
