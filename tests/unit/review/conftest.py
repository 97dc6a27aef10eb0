"""A desk over the invented case, with everything that it shows, and a client that is a browser on the same machine."""

import shutil
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from starlette.testclient import TestClient

from sijill.case import read_case
from sijill.chain.keeping.opening import open_ledger
from sijill.review.desk import Desk
from sijill.review.web.app import build_app
from tests.acceptance.command_line import sijill

SAME_SITE = {"sec-fetch-site": "same-origin"}


@dataclass
class Sitting:
    """Somebody at a desk. The chain runs when `run` is called, and in this process."""

    desk: Desk
    client: TestClient
    folder: object

    @property
    def view(self):
        return self.desk.view(self.desk.alone)

    def post(self, path, **form):
        return self.client.post(path, data=form, headers=SAME_SITE, follow_redirects=False)

    def run(self):
        ended = sijill("run", self.folder)
        assert ended.code == 0, ended.err
        self.desk._show_again()


@pytest.fixture
def sitting(belqara_unestimated, tmp_path):
    """A desk of its own, to be changed."""
    with seated(belqara_unestimated, tmp_path / "case") as made:
        yield made


@contextmanager
def seated(belqara, folder):
    """A desk over a copy of the case."""
    shutil.copytree(belqara, folder)
    case = read_case(folder)
    with open_ledger(case) as ledger:
        desk = Desk(case, ledger, alone_as="os:000000000000")
        desk._index()
        yield Sitting(desk=desk, client=TestClient(build_app(desk)), folder=folder)
        desk.stop()
