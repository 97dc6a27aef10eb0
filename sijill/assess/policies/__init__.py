"""The published methodologies, one file each, side by side on the same evidence."""

from sijill.assess.policies.policy import Evidence, Policy
from sijill.assess.policies.range_of_reports import RANGE

POLICIES = {policy.name: policy for policy in (RANGE,)}
HEADLINE = RANGE.name

__all__ = ["HEADLINE", "POLICIES", "RANGE", "Evidence", "Policy"]
