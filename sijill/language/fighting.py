"""Words for those who fight for a state and for those who fight for none, that name no party."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from sijill.language.folding import fold

OF_KIND: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        kind: frozenset(fold(word) for word in listed.split())
        for kind, listed in (
            (
                "armed_group",
                "rebels rebel opposition militants militant jihadists jihadist jihadis extremists extremist insurgents"
                " insurgent fighters fighter gunmen gunman terrorists terrorist islamists islamist islamic takfiris"
                " takfiri armed radical hardline men faction factions brigade brigades group groups organisation"
                " organization attackers attacker assailants assailant"
                " متمردون متمردين معارضة المعارضة ثوار الثوار مسلحون مسلحين مسلحو المسلحون المسلحين إرهابيون إرهابيين"
                " الإرهابيون الإرهابيين متطرفون متطرفين عناصر مقاتلون مقاتلين مهاجمون مهاجمين تنظيم التنظيم الإرهابي"
                " المتطرف",
            ),
            (
                "state",
                "government regime troops troop soldiers soldier forces army military security police policemen guards"
                " officers men units unit"
                " حكومية الحكومية حكومة الحكومة نظام النظام جنود الجنود قوات القوات الجيش جيش الشرطة شرطة الأمن أمن"
                " عسكرية ضباط",
            ),
        )
    }
)
"""By the kind of a party: "the extremist group", "rebels"; "soldiers", "government troops". Not "unknown" or "other":
that it was nobody named is a word on who it was.
"""
POLICE = frozenset(fold(word) for word in "police policemen policeman شرطة الشرطة".split())
TIED = re.compile(
    r"^(.+?)-(?:affiliated|linked|inspired|backed|based|allied|armed|trained|supported|funded)(?:\s+|$)", re.IGNORECASE
)
"""At the beginning of a name: those of somebody else, who has to do with it ("Graustarkian-backed rebels")."""
