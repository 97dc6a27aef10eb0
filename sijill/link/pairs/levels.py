"""Levels of two places that `compare_places` answers with, by what they say: that it is one place, or two.

Levels by number are those of a sketch: 5 a site, 4 a town, 3 a district, 2 a province, 1 a country.
"""

SAME_PLACE = {5: "same_site", 4: "same_town", 3: "same_district", 2: "same_province", 1: "same_country"}
WITHIN = {5: "within_site", 4: "within_town", 3: "within_district", 2: "within_province", 1: "within_country"}
ONE_PLACE = frozenset({SAME_PLACE[5], SAME_PLACE[4], SAME_PLACE[3], WITHIN[5], WITHIN[4], "same_words", "words_within"})
"""One incident may be told of at both."""
KNOWN_APART = frozenset({"apart", "other_part_of_town"})
"""Both known, and none in the other."""
TWO_PLACES = KNOWN_APART | {"other_words"}
"""Two by what is known of them or by their words."""
ABOUT_THERE = ONE_PLACE | {WITHIN[3], "said_within", "other_part_of_town", "near", "within_reach"}
"""Those harmed at one may be found at the other."""
