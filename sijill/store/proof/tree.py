"""The Merkle tree of RFC 6962 over leaf hashes: its head, and proofs that a leaf or an earlier tree is in it.

A proof of inclusion or of consistency holds about log2(n) hashes. Verification follows RFC 9162, sections 2.1.3.2 and
2.1.4.2, whose trees are those of RFC 6962.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

HASH = 32


def leaf(entry: bytes) -> bytes:
    """RFC 6962, section 2.1."""
    return sha256(b"\x00" + entry).digest()


def node(left: bytes, right: bytes) -> bytes:
    """RFC 6962, section 2.1."""
    return sha256(b"\x01" + left + right).digest()


@dataclass(slots=True)
class Edge:
    """The right edge of a growing tree: the heads of its whole subtrees, largest first. All that growing needs."""

    size: int = 0
    heads: tuple[bytes, ...] = ()

    def grown(self, leaves: Iterable[bytes]) -> "Edge":
        """The edge after more leaves. Linear in time, logarithmic in memory."""
        heads, size = list(self.heads), self.size
        for each in leaves:
            size += 1
            ends, head = size, each
            while ends & 1 == 0:
                head = sha256(b"\x01" + heads.pop() + head).digest()
                ends >>= 1
            heads.append(head)
        return Edge(size, tuple(heads))

    def joined(self, more: "Edge") -> "Edge":
        """The edge after the leaves of another, which holds at most as many as this one's size is a multiple of."""
        level = max(more.size - 1, 0).bit_length()
        if self.size % (1 << level):
            raise ValueError((self.size, more.size))
        heads, size = [*self.heads, *more.heads], self.size + more.size
        if more.size == 1 << level:
            ends = size >> level
            while ends & 1 == 0:
                right = heads.pop()
                heads[-1] = node(heads[-1], right)
                ends >>= 1
        return Edge(size, tuple(heads))

    @property
    def root(self) -> bytes:
        """The head of the whole tree; of an empty one the hash of nothing."""
        if not self.heads:
            return sha256(b"").digest()
        head = self.heads[-1]
        for left in reversed(self.heads[:-1]):
            head = node(left, head)
        return head

    @property
    def packed(self) -> bytes:
        """The heads as one value."""
        return b"".join(self.heads)

    @classmethod
    def unpacked(cls, size: int, packed: bytes) -> "Edge":
        """The edge of a tree of so many leaves."""
        return cls(size, tuple(packed[at : at + HASH] for at in range(0, len(packed), HASH)))


def root(leaves: Iterable[bytes]) -> bytes:
    """The tree head over leaf hashes in order."""
    return Edge().grown(leaves).root


Heads = Callable[[int, int], bytes]  # (first leaf, leaf after the last) -> head of that subtree


def heads_of(leaves: Sequence[bytes]) -> Heads:
    """Heads of subtrees of these leaves, each computed once."""
    levels = [list(leaves)]
    while len(levels[-1]) > 1:
        below = levels[-1]
        levels.append([node(below[at], below[at + 1]) for at in range(0, len(below) - 1, 2)])

    def head(start: int, end: int) -> bytes:
        size = end - start
        if size & (size - 1) == 0 and start % size == 0:
            return levels[size.bit_length() - 1][start >> (size.bit_length() - 1)]
        middle = start + _split(size)
        return node(head(start, middle), head(middle, end))

    return head


def inclusion(heads: Heads, index: int, size: int) -> list[bytes]:
    """PATH(index, D[size]) of RFC 6962, 2.1.1: the hashes from the leaf to the head."""
    proof: list[bytes] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            proof.append(heads(middle, end))
            end = middle
        else:
            proof.append(heads(start, middle))
            start = middle
    return proof[::-1]


def consistency(heads: Heads, earlier: int, size: int) -> list[bytes]:
    """PROOF(earlier, D[size]) of RFC 6962, 2.1.2: that the tree of `earlier` leaves (above 0) begins it."""
    proof: list[bytes] = []
    start, end, whole = 0, size, True
    while earlier != end:
        middle = start + _split(end - start)
        if earlier <= middle:
            proof.append(heads(middle, end))
            end = middle
        else:
            proof.append(heads(start, middle))
            start, whole = middle, False
    if not whole:
        proof.append(heads(start, end))
    return proof[::-1]


def includes(root_: bytes, *, leaf_: bytes, index: int, size: int, proof: Sequence[bytes]) -> bool:
    """Does the proof lead from this leaf at this index to that head?"""
    if not 0 <= index < size or len(leaf_) != HASH:
        return False
    at, last, head = index, size - 1, leaf_
    for each in proof:
        if last == 0 or len(each) != HASH:
            return False
        if at & 1 or at == last:
            head = node(each, head)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            head = node(head, each)
        at, last = at >> 1, last >> 1
    return last == 0 and head == root_


def extends(first: bytes, second: bytes, *, sizes: tuple[int, int], proof: Sequence[bytes]) -> bool:
    """Is the tree with the first head, of sizes[0] leaves, the beginning of the one with the second?"""
    earlier, later = sizes
    if not 0 < earlier <= later or any(len(each) != HASH for each in proof):
        return False
    if earlier == later:
        return not proof and first == second
    path = [first, *proof] if earlier & (earlier - 1) == 0 else list(proof)
    if not path:
        return False
    at, last = earlier - 1, later - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    one = two = path[0]
    for each in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            one, two = node(each, one), node(each, two)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            two = node(two, each)
        at, last = at >> 1, last >> 1
    return last == 0 and one == first and two == second


def _split(size: int) -> int:
    """The largest power of two below the size."""
    return 1 << ((size - 1).bit_length() - 1)
