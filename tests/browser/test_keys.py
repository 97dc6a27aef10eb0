"""Keys of hardware, with an authenticator that the browser plays: added, used, lost."""

from tests.acceptance.serving import served
from tests.browser.conftest import drive


def test_a_key_is_added_signs_in_proves_again_and_is_lost(desk):
    folder, address = desk
    with served(folder) as second:
        done = drive("keys.mjs", address, second.address)
    assert [each["fault"] for each in done] == [None] * 8, done
