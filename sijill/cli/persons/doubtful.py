"""What is worth a judgement first: pairs that nobody can tell apart, persons that hang on such pairs."""

from collections.abc import Sequence

from sijill.chain.register import Register
from sijill.model.person import Likeness, Person

LEAST = 0.05


def doubtful_pairs(register: Register) -> list[Likeness]:
    """Those not judged, the ones that a judgement would settle most first."""
    asked = [each for each in register.likenesses if each.judged is None and each.worth >= LEAST]
    return sorted(asked, key=lambda each: (-each.worth, each.left, each.right))


def doubtful_persons(register: Register) -> Sequence[Person]:
    """Those whose pairs, within and to others, are least sure."""
    stake: dict[str, float] = {}
    for pair in doubtful_pairs(register):
        for person in {register.person_of[pair.left].id, register.person_of[pair.right].id}:
            stake[person] = stake.get(person, 0.0) + pair.worth
    return sorted((each for each in register.persons if each.id in stake), key=lambda each: (-stake[each.id], each.id))
