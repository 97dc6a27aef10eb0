"""lists -> the undocumented: how many were never documented, under which assumption, and whether it can be said.

A library for one overlap table as well as a step of the chain:

    from sijill.estimate import panel, read_overlap
    for estimate in panel(read_overlap(Path("table.csv"))).estimates: ...
"""

from sijill.estimate.checks import Coverage, coverage, hold_each_out, leave_each_out
from sijill.estimate.gates import cautions, refusal
from sijill.estimate.graphical.averaging import decomposable
from sijill.estimate.inference import inference_data
from sijill.estimate.latent.model import Settings, latent_class
from sijill.estimate.latent.tempering import tempered
from sijill.estimate.loglinear.bootstrap import bootstrap
from sijill.estimate.loglinear.selection import profile, select, stepwise
from sijill.estimate.many_lists import chao, independence, sample_coverage
from sijill.estimate.overlap import merged, overlap_of, overlap_of_persons
from sijill.estimate.panel import Effort, Panel, pairs, panel
from sijill.estimate.reading import read_overlap
from sijill.estimate.sensitivity import audited, sensitivity
from sijill.estimate.two_lists import chapman, pairwise

__all__ = [
    "Coverage",
    "Effort",
    "Panel",
    "Settings",
    "audited",
    "bootstrap",
    "cautions",
    "chao",
    "chapman",
    "coverage",
    "decomposable",
    "hold_each_out",
    "independence",
    "inference_data",
    "latent_class",
    "leave_each_out",
    "merged",
    "overlap_of",
    "overlap_of_persons",
    "pairs",
    "pairwise",
    "panel",
    "profile",
    "read_overlap",
    "refusal",
    "sample_coverage",
    "select",
    "sensitivity",
    "stepwise",
    "tempered",
]
