"""A map says which column holds what."""

import pytest

from sijill.capture.tables.table_map import NotATableMap, TableMap, proposal


def test_a_map_is_read_from_one_line():
    read = TableMap.parse("text=article_content, title=article_title,source=source,published=date:%m/%d/%Y")
    assert read == TableMap(
        text="article_content", title="article_title", source="source", published="date", published_format="%m/%d/%Y"
    )


@pytest.mark.parametrize(
    "spec", ["text=a", "text=a b,published=c", "text=a,published=date:%B %d, %Y %H:%M", "text=نص,title=عنوان"]
)
def test_a_map_is_written_as_it_is_read(spec):
    assert TableMap.parse(spec).spec() == spec


@pytest.mark.parametrize(("spec", "seen"), [
    ("", "''"), ("title=a", "'title=a'"), ("text", "'text'"), ("text=", "'text='"), ("text=a,body=b", "'body=b'"),
    ("text=a,text=b", "'text=b'"), ("=a", "'=a'"),
])  # fmt: skip
def test_what_is_no_map_is_refused_with_an_example(spec, seen):
    with pytest.raises(NotATableMap, match="as in text=article") as refused:
        TableMap.parse(spec)
    assert seen in str(refused.value)


@pytest.mark.parametrize(("columns", "spec"), [
    (["url", "content", "headline"], "text=content,title=headline"), (["a", "b"], "text=a"), ([], "text=COLUMN"),
    (["تاريخ النشر", "نص الخبر"], "text=نص الخبر,published=تاريخ النشر"),
])  # fmt: skip
def test_a_proposal_takes_columns_by_their_names(columns, spec):
    assert proposal(columns) == spec
