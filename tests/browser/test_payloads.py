"""What others wrote is shown as words, whatever it says: nothing of it runs, and nothing leaves the machine."""

from bench.desk.payloads import shown

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "'><iframe src=javascript:alert(1)></iframe>",
    "</title><script src=//elsewhere.example/x.js></script>",
    "{{ 7 * 7 }}{% include 'base.html' %}",
    "<a href=javascript:alert(1)>x</a>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<base href=//elsewhere.example/>",
    "hx-get=//elsewhere.example <div hx-get=//elsewhere.example hx-trigger=load>",
    "\u202e<b>turned\u202c ]]> --> <!--",
    "<link rel=stylesheet href=//elsewhere.example/x.css>",
)  # fmt: skip


def test_nothing_that_others_wrote_is_more_than_words(tmp_path):
    seen = shown(tmp_path / "case", PAYLOADS)
    assert seen.pop("pages") > 30
    assert seen == {"executed": 0, "elements": 0, "elsewhere": 0, "refused": 0}
