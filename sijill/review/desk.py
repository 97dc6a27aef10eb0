"""The desk: one case as it is worked on. The view of the last run, the decisions so far, and the runs behind them."""

import gc
from collections import defaultdict, deque
from collections.abc import Iterator
from functools import cached_property
from threading import Lock, Thread
from time import monotonic
from weakref import WeakKeyDictionary

from sijill.case import Case
from sijill.chain.run import take_hand, up_to_date
from sijill.language.searching import search_terms, search_text
from sijill.model.decision import Decision, Doubt
from sijill.model.document import Document
from sijill.publish.map.outlines import Outlines, natural_earth, of_packs
from sijill.review.accounts import Account, accounts, alone, closed_to
from sijill.review.decisions import Author
from sijill.review.doubts import waiting
from sijill.review.journal import Journal
from sijill.review.moved import Movement, movement
from sijill.review.narrowing import narrowed
from sijill.review.runs import Runs
from sijill.review.view import Unmade, View, load_view
from sijill.store.change import instant
from sijill.store.hand import write_hand
from sijill.store.ledger import Ledger, utc_now
from sijill.store.search import SearchIndex

HELD = 120.0
"""Seconds for which a doubt that somebody looks at is not given to others."""
CHAIN = ("place", "party", "source", "date", "origin", "link", "claim", "missed", "status", "person")
"""Kinds of decisions that the chain reads: after one of these it runs again."""
MOVEMENTS_KEPT = 50
VIEWS_KEPT = 16


def now() -> str:
    """The clock of this machine, as decisions have it."""
    return instant(utc_now())


class Desk:
    """What the pages are served from. Safe to be used by several threads."""

    def __init__(self, case: Case, ledger: Ledger, *, alone_as: str) -> None:
        self.case, self.ledger, self._alone_as = case, ledger, alone_as
        self.journal = Journal(ledger)
        self.journal.read_on()
        self._whole = load_view(case, ledger, 1)
        self._narrowed: dict[tuple[int, frozenset[str]], View] = {}
        self.movements: deque[Movement] = deque(maxlen=MOVEMENTS_KEPT)
        self.runs = Runs(case, by=alone_as, at=now, finished=self._show_again)
        self.search = SearchIndex(search_text, search_terms)
        self.searchable = False
        self._held: dict[str, tuple[str, float]] = {}
        self._skipped: dict[str, set[str]] = defaultdict(set)
        self.done: dict[str, list[list[Decision]]] = defaultdict(list)
        self._asked: WeakKeyDictionary[View, tuple[int, list[Doubt]]] = WeakKeyDictionary()
        self._lock, self._taken_in = Lock(), len(self.journal.all)

    def start(self) -> None:
        """Begin to run the chain when it is wanted, and to make everything searchable. It is wanted at once where what
        rests is not of the record as it is: another Sijill made it, or somebody added or decided since.
        """
        self.runs.start()
        Thread(target=self._index, name="search", daemon=True).start()
        settle_memory()
        if self._whole.documents and not up_to_date(self.case, self.ledger):
            self.runs.want()

    @property
    def unmade(self) -> Unmade | None:
        """Why there is no register to show yet; None where there is one."""
        return self._whole.unmade

    def stop(self) -> None:
        """End the run that is under way, if one is. Nothing that was decided is lost by it."""
        self.runs.stop()

    @property
    def alone(self) -> Account | None:
        """The one person of a desk without accounts; None where people sign in."""
        return None if accounts(self.journal) else alone(self._alone_code)

    def account(self, code: str) -> Account | None:
        """An open account as it stands now."""
        found = accounts(self.journal).get(code)
        return found if found is not None and found.open else None

    def aliases(self) -> dict[str, str]:
        """How each account is called where others see it."""
        return {code: each.alias for code, each in accounts(self.journal).items()}

    def author(self, account: Account) -> Author:
        """Who decides here, by the clock of this machine."""
        return Author(account=account, now=now)

    def view(self, account: Account) -> View:
        """What this account may see."""
        whole, hidden = self._whole, self.hidden(account)
        if not hidden:
            return whole
        key = (whole.number, hidden)
        with self._lock:
            if key not in self._narrowed:
                while len(self._narrowed) >= VIEWS_KEPT:
                    self._narrowed.pop(next(iter(self._narrowed)))
                self._narrowed[key] = narrowed(whole, hidden)
            return self._narrowed[key]

    def hidden(self, account: Account) -> frozenset[str]:
        """Documents that are there and closed to this account."""
        return frozenset(closed_to(account, self.journal) & self._whole.documents.keys())

    def closed(self, account: Account) -> list[Document]:
        """The same as documents."""
        return [self._whole.documents[each] for each in self.hidden(account)]

    @cached_property
    def _alone_code(self) -> str:
        return self.ledger.account(self._alone_as)

    @cached_property
    def outlines(self) -> Outlines:
        """What lies under the maps: the shipped outlines and those of the packs."""
        return natural_earth().with_more(of_packs(self.case.packs))

    def queue(self, account: Account) -> list[Doubt]:
        """The doubts that wait for an answer, those that this person skipped at the end."""
        skipped = self._skipped[account.code]
        listed = self._waiting(self.view(account))
        return [each for each in listed if each.id not in skipped] + [each for each in listed if each.id in skipped]

    def _waiting(self, view: View) -> list[Doubt]:
        """Counted once for each view and decision."""
        decided = len(self.journal.all)
        known = self._asked.get(view)
        if known is None or known[0] != decided:
            known = (decided, waiting(view.doubts, self.journal))
            self._asked[view] = known
        return known[1]

    def next(self, account: Account, queue: list[Doubt]) -> Doubt | None:
        """The first that nobody else is looking at; it is held for this person for a while."""
        moment = monotonic()
        with self._lock:
            for each in queue:
                holder, until = self._held.get(each.id, ("", 0.0))
                if holder in ("", account.code) or until < moment:
                    self._held[each.id] = (account.code, moment + HELD)
                    return each
        return None

    def skip(self, account: Account, doubt: str) -> None:
        """To the end of the queue, for this person."""
        with self._lock:
            self._skipped[account.code].discard(doubt)
            self._skipped[account.code].add(doubt)
            self._held.pop(doubt, None)

    def skipped(self, account: Account) -> int:
        return len(self._skipped[account.code])

    def unskip(self, account: Account) -> None:
        """Put what was skipped back to its place."""
        self._skipped[account.code].clear()

    def decided(self, account: Account, made: list[Decision]) -> None:
        """To be called after every action: takes the decisions in, and lets the chain run if it reads them."""
        self.journal.read_on()
        if not made:
            return
        self.done[account.code].append(made)
        if any(each.kind in ("place", "party", "source") for each in made):
            write_hand(self.case.hand, self.journal.all)
        if any(each.kind in CHAIN for each in made):
            self.runs.want()

    def before_hand(self) -> None:
        """Take over what somebody wrote into hand/ since the last run, before a row of it is decided here."""
        take_hand(self.case, self.ledger, by=self._alone_as, at=now())
        self.journal.read_on()

    def _show_again(self) -> None:
        """After a run: the new view, and what moved."""
        taken_in = self._taken_in
        self.journal.read_on()
        self._taken_in = len(self.journal.all)
        before = self._whole
        after = load_view(self.case, self.ledger, before.number + 1)
        after.ready()
        told = [each for each in self.journal.all[taken_in : self._taken_in] if each.kind in CHAIN]
        if before.unmade is None:
            self.movements.appendleft(movement(before, after, told, at=now()))
        self._whole = after
        with self._lock:
            self._narrowed.clear()
        self._index()
        settle_memory()

    def _index(self) -> None:
        view = self._whole
        view.ready()
        self.search.replace("event", ((each.id, each.title) for each in view.findings))
        self.search.add("claim", ((id_, each.quote) for id_, each in view.claims.items()))
        self.search.add("document", _documents(view))
        self.searchable = True


def settle_memory() -> None:
    """Take what is loaded out of the collection of garbage: a register is millions of objects without a cycle, and to
    look through all of them would hold up whoever asks for a page at that moment.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _documents(view: View) -> Iterator[tuple[str, str]]:
    listed = list(view.documents.values())
    for at in range(0, len(listed), 200):
        some = listed[at : at + 200]
        texts = view.texts(each.id for each in some)
        for each in some:
            words = " ".join(filter(None, (each.title, each.source, each.name, texts.get(each.id))))
            yield each.id, words
