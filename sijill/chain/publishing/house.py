"""The material of the house, from the register as it rests: what pages and releases are drawn from."""

from sijill.chain.publishing.consenting import consents_of
from sijill.chain.publishing.drawing import differences_of, policies_run
from sijill.chain.publishing.texts import Texts
from sijill.chain.register import Register
from sijill.publish.map.outlines import natural_earth, of_packs
from sijill.publish.material import Material
from sijill.store.ledger import Ledger


def house_of(register: Register, ledger: Ledger) -> Material:
    """Everything that is known, with nothing taken out."""
    case, known = register.case, register.known
    return Material(
        title=case.title,
        scope=", ".join(case.scope.places),
        findings=register.findings,
        events={each.id: each for each in register.events},
        claims=register.claims,
        documents={each.id: each for each in register.documents},
        texts=Texts(ledger, [each.id for each in register.documents]),
        origins=register.origins,
        totals=register.totals,
        series=register.series,
        patterns=register.patterns,
        doubts=register.doubts,
        parties={each.id: each for each in known.parties},
        sources={each.id: each for each in known.sources},
        places={each.id: each for each in known.places},
        situations=register.situations,
        lasting={each.id: each for each in register.lasting.values()},
        unread=register.unread,
        persons=register.persons,
        written={each.row: each.names for each in register.records.values()},
        consents=consents_of(register.decisions, register.person_of),
        estimates=register.estimates,
        overlaps=register.overlaps,
        policies=policies_run(case),
        differences=differences_of(case),
        outlines=natural_earth().with_more(of_packs(case.packs)),
    )
