"""The published methodologies, one file each, side by side on the same evidence."""

from sijill.assess.policies.acled import ACLED
from sijill.assess.policies.airwars import AIRWARS
from sijill.assess.policies.ibc import IBC
from sijill.assess.policies.ohchr import OHCHR
from sijill.assess.policies.policy import Evidence, Policy
from sijill.assess.policies.range_of_reports import RANGE
from sijill.assess.policies.snhr import SNHR
from sijill.assess.policies.ucdp import UCDP

POLICIES = {policy.name: policy for policy in (RANGE, AIRWARS, IBC, UCDP, ACLED, SNHR, OHCHR)}
HEADLINE = RANGE.name

__all__ = ["HEADLINE", "POLICIES", "Evidence", "Policy"]
