"""`sijill consent`: somebody agrees that a name is published, or takes it back."""

from pathlib import Path
from typing import Annotated

import typer

from sijill.chain.answering import new_decision
from sijill.chain.keeping.opening import open_ledger
from sijill.chain.publishing.consenting import record_consent
from sijill.chain.register import Register
from sijill.cli.add import alias
from sijill.cli.keeping.opened import opened_case
from sijill.model.release import Profile
from sijill.model.release.consent import Although, Consent
from sijill.store.change import instant
from sijill.store.ledger import utc_now

app = typer.Typer(add_completion=False)


@app.command()
def consent(
    case: Annotated[Path, typer.Argument(help="folder of the case")],
    person: Annotated[str, typer.Argument(help="id of the person (psn_...), or its beginning")],
    *,
    given_by: Annotated[str, typer.Option(help="who agrees, or takes it back: the family, the person in life")],
    because: Annotated[str, typer.Option(help="how it is known: a form, a call, a visit")],
    profile: Annotated[
        Profile, typer.Option(help="how far the name may go; public takes in partners")
    ] = Profile.PUBLIC,
    although: Annotated[
        list[Although] | None, typer.Option(help="agreed although it is so: without it such a name never leaves")
    ] = None,
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help="the name leaves nowhere from now on, even where others print it")
    ] = False,
) -> None:
    """Record that the name of somebody who died may be published, or may not any more. The last word stands."""
    read = opened_case(case)
    said = Consent(given=not withdraw, given_by=given_by, profile=profile, although=tuple(although or ()))
    with open_ledger(read) as ledger:
        found = record_consent(
            ledger,
            Register(read),
            person,
            said,
            by=ledger.account(alias()),
            at=instant(utc_now()),
            because=because,
            id_=new_decision(),
        )
    told = "the name leaves nowhere" if withdraw else f"the name may go as far as {profile.value}"
    print(f"recorded for {found.id}: {told}; the next `sijill publish {case}` follows it")
