"""Every link between the documents leads somewhere: `python docs/links.py`, exit 1 and one line for each that does not.

Addresses of other hosts are not opened: the check works offline.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\(([^)\s]+)\)")
FENCE = re.compile(r"^(```|~~~).*?^\1\s*$", re.DOTALL | re.MULTILINE)
NOT_OURS = {".venv", "node_modules", "demo-case"}


def broken_links(root: Path = ROOT) -> list[str]:
    """`page: link` for every relative link whose file or heading does not exist."""
    pages = sorted(page for page in root.rglob("*.md") if not _ignored(page.relative_to(root)))
    return [
        f"{page.relative_to(root)}: {link}"
        for page in pages
        for link in LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8")))
        if not link.startswith(("https://", "http://", "mailto:")) and not _leads_somewhere(page, link)
    ]


def _ignored(page: Path) -> bool:
    return any(part in NOT_OURS or part.startswith(".") for part in page.parts)


def _leads_somewhere(page: Path, link: str) -> bool:
    name, _, anchor = link.partition("#")
    target = page.parent / name if name else page
    if not target.exists():
        return False
    return not anchor or target.suffix != ".md" or anchor in _anchors(target)


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+\s+(.+?)\s*$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


if __name__ == "__main__":
    found = broken_links()
    print("\n".join(found) or "every link leads somewhere")
    sys.exit(1 if found else 0)
