"""A case as the commands open it: read, and unlocked where it is encrypted."""

from pathlib import Path

from sijill.case import Case, read_case


def opened_case(folder: Path) -> Case:
    """Raises what read_case raises."""
    return read_case(folder)
