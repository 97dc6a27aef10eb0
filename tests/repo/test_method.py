"""A step is a pure function of what it is given: what it may not import, call or hide."""

import ast
import socket

from tests.repo.tree import METHOD, STEPS, functions, imports, modules, step_of, tree

CODE = modules("sijill")
STEP_MODULES = [path for path in CODE if step_of(path)]
METHOD_MODULES = [path for path in CODE if len(path.parts) > 2 and path.parts[1] in METHOD]
SOCKET_CALLS = {name for name in dir(socket) if name.islower() and name[0] != "_"} - {"close", "error", "dup", "sys"}
NETWORK = ("urllib", "http", "socket", "ssl", "requests", "httpx", "httpx2", "aiohttp", "ftplib", "smtplib")
DATABASES_AND_SHELLS = ("sqlalchemy", "sqlcipher3", "sqlite3", "alembic", "typer", "rich", "jinja2", "starlette")


def test_a_step_imports_no_other_step():
    """Steps meet only in model/ and language/; chain/ introduces them."""
    allowed = ("model", "language", "errors", "packs")
    met = [(path, name) for path in STEP_MODULES for name in imports(path) if name.startswith("sijill.")]
    assert not [f"{path}: {name}" for path, name in met if name.split(".")[1] not in (*allowed, step_of(path))]


def test_the_nouns_and_the_language_import_no_step():
    nouns = [path for path in CODE if path.parts[1] in ("model", "language")]
    assert not offenders(nouns, lambda name: name.startswith("sijill.") and name.split(".")[1] in STEPS)


def test_the_method_knows_no_database_and_no_command_line():
    assert not offenders(METHOD_MODULES, lambda name: name.split(".")[0] in DATABASES_AND_SHELLS)


def test_the_method_has_no_chance_no_clock_and_no_environment():
    """Randomness comes in as a seed, the time as an argument, settings through case.toml."""
    assert not offenders(METHOD_MODULES, lambda name: name.split(".")[0] in ("random", "secrets", "uuid", "time"))
    hidden = {"now", "utcnow", "today", "fromtimestamp", "getenv", "environ"}
    assert not {str(path): used for path in METHOD_MODULES if (used := attributes(path) & hidden)}


def test_only_fetch_and_the_asking_for_timestamps_speak_to_the_network():
    """An address may be taken apart anywhere, and a process may be spoken to: that opens no network."""
    fetching = [path for path in CODE if path.parts[1:3] == ("capture", "web")]
    stamping = [path for path in CODE if path.parts[1:] == ("store", "proof", "authority.py")]
    others = [path for path in CODE if path not in fetching + stamping]
    opens_nothing = ("urllib.parse", "http.HTTPStatus")
    children = [path for path in others if path.parts[1:3] == ("capture", "child")]
    assert not offenders(
        [path for path in others if path not in children],
        lambda name: name.split(".")[0] in NETWORK and not name.startswith(opens_nothing),
    )
    assert not offenders(children, lambda name: name.split(".")[0] in set(NETWORK) - {"socket"})
    asked = {(path, name) for path in children for name in attributes(path) & SOCKET_CALLS}
    assert {name for _, name in asked} <= {"socketpair", "socket", "send_fds", "recv_fds"}


def test_nothing_stored_is_ever_executed():
    """No pickle, no eval, no exec: a case from somebody else can do no more than be wrong."""
    assert not offenders(CODE, lambda name: name.split(".")[0] in ("pickle", "marshal", "shelve", "dill"))
    executing = {"eval", "exec", "compile", "__import__"}
    assert not {str(path): used for path in CODE if (used := called(path) & executing)}


def test_everything_is_caught_in_one_place_only():
    """`except Exception` once, in cli/, so that no fault is hidden on the way there."""
    caught = [path for path in CODE for node in ast.walk(tree(path)) if catches_everything(node)]
    assert len(caught) <= 1
    assert all(path.parts[1] == "cli" for path in caught)


def test_every_module_and_every_public_name_says_what_it_is():
    assert not [str(path) for path in CODE if tree(path).body and not ast.get_docstring(tree(path))]
    named = ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef
    public = [(path, node) for path in CODE for node in tree(path).body if isinstance(node, named)]
    silent = [(path, node.name) for path, node in public if not ast.get_docstring(node)]
    assert not [f"{path}: {name}" for path, name in silent if not name.startswith("_")]


def test_no_default_is_shared_between_two_calls():
    shared = (ast.List, ast.Dict, ast.Set)
    defaults = {
        f"{path}: {each.name}": [*each.args.defaults, *each.args.kw_defaults]
        for path in CODE
        for each in functions(path)
    }
    assert not [name for name, values in defaults.items() if any(isinstance(value, shared) for value in values)]


def offenders(paths, wrong):
    """The imports that should not be there, each with its module."""
    return [f"{path}: {name}" for path in paths for name in imports(path) if wrong(name)]


def attributes(path):
    return {node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)}


def called(path):
    """Builtins and plain functions that are called by name."""
    return {node.func.id for node in ast.walk(tree(path)) if isinstance(node, ast.Call) and hasattr(node.func, "id")}


def catches_everything(node):
    if not isinstance(node, ast.ExceptHandler):
        return False
    names = [node.type] if not isinstance(node.type, ast.Tuple) else node.type.elts
    return any(name is None or ast.unparse(name) in ("Exception", "BaseException") for name in names)
