"""Every figure that was computed, down to the words it rests on: does each span read exactly as quoted, in an original
that hashes as recorded?
"""

from collections.abc import Collection, Iterator

from sijill.chain.derived import NotRun, OtherForm
from sijill.chain.register import Register
from sijill.model.document import Digest, DocumentId
from sijill.model.finding import CasualtyRange, Finding, Total
from sijill.publish.soundness import fault_of, sound
from sijill.store.audit.fault import Faults

AT_ONCE = 1_000


def check_figures(register: Register, originals: Collection[Digest], faults: Faults) -> tuple[int | None, int]:
    """How many bounds of findings and totals there are (None: nothing is computed) and how many quotes were compared.

    originals   digests of those that are in the vault and hash as recorded
    """
    try:
        findings = [*register.findings, *register.lasting.values()]
    except (NotRun, OtherForm):
        return None, 0
    texts = _Texts(register)
    for claim in register.claims.values():
        if not sound(claim, texts(claim.document)):
            faults.tampered("quote_not_in_text", f"the claim {claim.id}", claim.document)
    for document in dict.fromkeys(claim.document for claim in register.claims.values()):
        known = register.document_of.get(document)
        if known is None or known.digest not in originals:
            faults.incomplete("quoted_without_original", f"the document {document}")
    for finding in findings:
        if (reason := fault_of(finding, register.claims, texts)) is not None:
            faults.tampered(reason.code, f"the finding {finding.id}", ", ".join(map(str, reason.values.values())))
    for total in register.totals:
        _check_total(total, {each.id for each in findings}, faults)
    bounds = sum(_given(each.low, each.high) for finding in findings for each in _ranges(finding))
    return bounds + sum(_given(each.low, each.high) for each in register.totals), len(register.claims)


class _Texts:
    """The texts of documents, a few thousand kept at a time."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._held: dict[DocumentId, str | None] = {}
        self._order = [each.id for each in register.documents]
        self._place = {each: place for place, each in enumerate(self._order)}

    def __call__(self, document: DocumentId) -> str | None:
        if document not in self._held:
            at = self._place.get(document)
            near = [document] if at is None else self._order[at : at + AT_ONCE]
            if len(self._held) > 10 * AT_ONCE:
                self._held.clear()
            self._held |= dict.fromkeys(near) | self._register.texts(near)
        return self._held[document]


def _check_total(total: Total, known: Collection[str], faults: Faults) -> None:
    where = f"the total of {total.harm.value}"
    for event in total.rests_on:
        if event not in known:
            faults.tampered("total_without_event", where, event)
    if (total.low or total.high) and not total.rests_on:
        faults.tampered("figure_rests_on_nothing", where)


def _ranges(finding: Finding) -> Iterator[CasualtyRange]:
    for tolls in (finding.tolls, *(each.tolls for each in finding.policies.values())):
        for figure in tolls.values():
            yield figure
            yield from figure.by_status.values()
            yield from figure.by_group.values()


def _given(*bounds: int | None) -> int:
    return sum(each is not None for each in bounds)
