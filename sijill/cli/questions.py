"""Doubts, contradictions and reasons are codes with values; here they are put into English."""

from collections.abc import Mapping

from sijill.cli.words import code
from sijill.model.decision import Reason, Value

QUESTIONS: Mapping[str, str] = {
    "no_publication_date": "when was {name} published? Nothing in it says so",
    "relative_date_without_publication_date": "“{words}” needs a date of publication: when was {document} published?",
}


def asked(question: Reason) -> str:
    """The question in words; a code that has no sentence yet is spelt out with its values."""
    sentence = QUESTIONS.get(question.code)
    if sentence is None:
        return spelt_out(question.code, question.values)
    return sentence.format_map({key: "?" if value is None else value for key, value in question.values.items()})


def spelt_out(name: str, values: Mapping[str, Value]) -> str:
    """ "same_place: left Orvan, right Orvan, points 2"."""
    told = ", ".join(f"{code(key)} {value}" for key, value in values.items() if value is not None)
    return f"{code(name)}: {told}" if told else code(name)
