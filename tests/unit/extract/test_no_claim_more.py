"""Peaceful news in violent words holds no claim."""

import pytest

from tests.unit.extract.rows import NO_CLAIM


@pytest.mark.parametrize(
    "report",
    [
        "Four thousand nurses went on strike in Kessa on Monday.",
        "The former minister died of cancer in Old Harbour aged 82.",
        "The president attacked the press in a speech in Kessa.",
        "The minister came under fire from 12 senators.",
        "The court sentenced two men to death in Old Harbour.",
        "The mayor received death threats.",
        "Oil prices hit 90 shillings a barrel in Tarn.",
        "The two candidates clashed over taxes in Kessa.",
        "He suffered a heart attack in Tarn.",
        "The battle for the 12 seats of Kessa begins on Monday.",
        "The government will fight corruption in 14 districts.",
        "The party captured 40 seats in Kessa.",
        "The company plans to cut 300 jobs in Tarn.",
        "The film about the siege of a castle sold 40,000 tickets.",
        "Thirty hostages were freed in Tarn.",
        "The Red Column and the Varran army exchanged 40 prisoners in Tarn.",
        "The army deployed 3,000 soldiers in Kessa.",
        "The Red Column has about 2,000 fighters in Tarn.",
        "Rescue teams saved 12 people in Kessa.",
        "The convoy of 40 trucks reached Tarn.",
        "The law would ban cluster munitions.",
        "The UN called for an end to attacks on civilians.",
        "The council condemned terrorism in all its forms.",
        "The striker scored twice as Tarn beat Kessa.",
        "The storm left 3,000 homes without power in Tarn.",
        "The virus spread to 12 villages.",
        "The play closes on Monday after 40 shows.",
        "The debate was explosive.",
        "The dead language is taught to 12 students in Kessa.",
    ],
)
def test_violent_words_of_peaceful_news(reads_as, report):
    reads_as(report, NO_CLAIM)
