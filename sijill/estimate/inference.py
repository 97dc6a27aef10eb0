"""Draws of the latent classes as ArviZ InferenceData, for those who want to look at the chains with its plots.

from sijill.estimate import inference_data, latent_class, read_overlap
arviz.plot_trace(inference_data(latent_class(read_overlap(Path("table.csv")))))
"""

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING

from sijill.errors import SijillError
from sijill.estimate.latent.model import LatentClass

if TYPE_CHECKING:
    from arviz import InferenceData


class NoArviZ(SijillError):
    """InferenceData asked for where ArviZ is not installed."""

    def __init__(self, *, why: str) -> None:
        super().__init__(f"there is no ArviZ here ({why[:120]}): install sijill[arviz]")


def inference_data(found: LatentClass) -> "InferenceData":
    """The draws with what each chain says of itself, every array of [chains, draws].

    posterior       N [persons], unseen = N - n [persons]
    sample_stats    lp: log likelihood of the point; acceptance_rate of its trajectory, n_steps of it; diverging
    constant_data   documented = n [persons]
    raises          NoArviZ
    """
    try:
        arviz = import_module("arviz")
    except ImportError as missing:
        raise NoArviZ(why=str(missing)) from missing
    made: InferenceData = arviz.from_dict(
        posterior={"N": found.N, "unseen": found.N - found.n},
        sample_stats={
            "lp": found.loglik,
            "acceptance_rate": found.chance,
            "n_steps": found.steps.astype(int),
            "diverging": found.diverging,
        },
        constant_data={"documented": found.n},
        attrs={"inference_library": "sijill", "inference_library_version": version("sijill")},
    )
    return made
