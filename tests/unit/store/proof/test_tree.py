"""The log is a Merkle tree of RFC 6962: its head, and proofs that a leaf or an earlier tree is in it."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.store.proof import tree

# The leaves and tree heads of sizes 1 to 8 printed in the reference implementation of RFC 6962
# (google/certificate-transparency, Apache-2.0).
HEX = "- 00 10 2021 3031 40414243 5051525354555657 606162636465666768696a6b6c6d6e6f"
LEAVES = tuple(bytes.fromhex(each.strip("-")) for each in HEX.split())
HEADS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)


@pytest.mark.parametrize("size", range(1, 9))
def test_the_head_is_the_one_printed_for_the_reference_implementation(size):
    assert tree.root(map(tree.leaf, LEAVES[:size])).hex() == HEADS[size - 1]


def test_the_head_of_an_empty_log_is_the_hash_of_nothing():
    assert tree.root([]) == sha256(b"").digest()


@given(st.integers(0, 5), st.integers(0, 5), st.integers(0, 32))
def test_the_edge_of_a_log_is_joined_from_the_edges_of_its_stretches(level, stretches, rest):
    """Whole subtrees of one size, then what is left: as if leaf had followed leaf."""
    leaves = [tree.leaf(bytes([at])) for at in range(stretches * (1 << level) + min(rest, 1 << level))]
    edge = tree.Edge()
    for start in range(0, len(leaves), 1 << level):
        edge = edge.joined(tree.Edge().grown(leaves[start : start + (1 << level)]))
    assert edge == tree.Edge().grown(leaves)


def test_what_is_no_subtree_of_its_own_cannot_be_joined():
    """Two leaves at place 1 would not stand under one node."""
    with pytest.raises(ValueError, match="1, 2"):
        tree.Edge().grown(LEAVES[:1]).joined(tree.Edge().grown(LEAVES[1:3]))


def by_definition(leaves: list[bytes]) -> bytes:
    """RFC 6962, 2.1, word for word: split at the largest power of two below n."""
    if len(leaves) == 1:
        return leaves[0]
    k = 1 << ((len(leaves) - 1).bit_length() - 1)
    return tree.node(by_definition(leaves[:k]), by_definition(leaves[k:]))


@given(st.lists(st.binary(max_size=3), min_size=1, max_size=70))
def test_the_head_follows_the_definition(entries):
    leaves = list(map(tree.leaf, entries))
    assert tree.root(leaves) == by_definition(leaves)


@given(st.integers(1, 70).flatmap(lambda size: st.tuples(st.just(size), st.integers(0, size - 1))))
def test_a_proof_of_inclusion_leads_from_its_leaf_to_the_head_and_from_no_other(place):
    size, index = place
    leaves = [tree.leaf(bytes([each])) for each in range(size)]
    head, proof = tree.root(leaves), tree.inclusion(tree.heads_of(leaves), index, size)
    assert len(proof) <= (size - 1).bit_length()
    told = {"index": index, "size": size, "proof": proof}
    assert tree.includes(head, leaf_=leaves[index], **told)
    assert not tree.includes(head, leaf_=tree.leaf(b"another"), **told)
    assert not any(
        tree.includes(head, leaf_=leaves[index], **told | {"index": at}) for at in range(size) if at != index
    )


@given(st.integers(1, 70).flatmap(lambda size: st.tuples(st.just(size), st.integers(1, size))))
def test_a_proof_of_consistency_shows_that_the_earlier_tree_is_the_beginning(place):
    size, earlier = place
    leaves = [tree.leaf(bytes([each])) for each in range(size)]
    first, second = tree.root(leaves[:earlier]), tree.root(leaves)
    proof = tree.consistency(tree.heads_of(leaves), earlier, size)
    assert tree.extends(first, second, sizes=(earlier, size), proof=proof)
    assert not tree.extends(tree.leaf(b"another"), second, sizes=(earlier, size), proof=proof)
    assert not tree.extends(first, tree.leaf(b"another"), sizes=(earlier, size), proof=proof)


@given(st.lists(st.binary(max_size=3), max_size=40), st.integers(0, 40))
def test_a_tree_that_grows_in_two_steps_is_the_one_that_grows_in_one(entries, cut):
    leaves = list(map(tree.leaf, entries))
    edge = tree.Edge().grown(leaves[:cut])
    assert tree.Edge.unpacked(edge.size, edge.packed).grown(leaves[cut:]).root == tree.root(leaves)
