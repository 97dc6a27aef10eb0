"""A sealed file gives back what was put in, from anywhere, and fails wherever it was touched."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.store.locked import files
from sijill.store.locked.files import PIECE, START, TAG, NotSealed, Opened, content_of, sealed
from tests.unit.store.register import repeating

KEY = bytes(range(32))
SIZES = (0, 1, 100, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 7)


def content(size):
    return bytes(range(256)) * (size // 256) + bytes(range(size % 256))


def of(written):
    return io.BufferedReader(Opened(io.BytesIO(written), KEY, name="x"))


@pytest.mark.parametrize("size", SIZES)
def test_what_was_put_in_comes_out(size):
    written = sealed(content(size), KEY, repeating())
    assert content_of(written, KEY, name="x") == content(size)
    assert len(written) == START + size + TAG * max(1, -(-size // PIECE))


def test_it_can_be_read_from_anywhere():
    held = content(2 * PIECE + 7)
    with of(sealed(held, KEY, repeating())) as stream:
        for start, count in ((PIECE - 3, 6), (0, 4), (2 * PIECE, 100), (PIECE + 5, 2), (len(held), 1)):
            stream.seek(start)
            assert stream.read(count) == held[start : start + count]
        assert stream.seek(-7, io.SEEK_END) == 2 * PIECE
        assert stream.read() == held[-7:]


@pytest.mark.parametrize("size", [0, 100, PIECE + 9])
def test_one_bit_anywhere_is_noticed(size):
    written = sealed(content(size), KEY, repeating())
    for at in {0, 5, 20, START, START + size // 2, len(written) - 1}:
        touched = written[:at] + bytes([written[at] ^ 1]) + written[at + 1 :]
        with pytest.raises(NotSealed, match="changed or damaged"):
            content_of(touched, KEY, name="x")


def test_pieces_cannot_be_cut_off_exchanged_or_repeated():
    whole = sealed(content(3 * PIECE), KEY, repeating())
    piece = PIECE + TAG
    first, second, third = (whole[START + n * piece : START + (n + 1) * piece] for n in range(3))
    for pieces in ((first, second), (second, first, third), (first, first, third), (first, second, third, third), ()):
        with pytest.raises(NotSealed):
            content_of(whole[:START] + b"".join(pieces), KEY, name="x")


def test_another_key_does_not_open_it():
    with pytest.raises(NotSealed):
        content_of(sealed(b"words", KEY, repeating()), bytes(32), name="x")


@given(st.binary(max_size=60))
def test_what_is_no_sealed_file_is_refused(junk):
    with pytest.raises(NotSealed):
        content_of(junk, KEY, name="x")


def test_the_same_content_is_never_sealed_the_same_way_twice():
    random = repeating()
    assert sealed(b"words", KEY, random) != sealed(b"words", KEY, random)


def test_a_piece_is_a_mebibyte():
    assert files.PIECE == 1 << 20
