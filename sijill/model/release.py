"""How far a field may travel."""

from enum import StrEnum


class Release(StrEnum):
    """open: as it is. coarse: only as its class (a village as its district). never: not outside the house."""

    OPEN = "open"
    COARSE = "coarse"
    NEVER = "never"


class Profile(StrEnum):
    """For whom a bundle is made."""

    INTERNAL = "internal"
    PARTNER = "partner"
    PUBLIC = "public"
