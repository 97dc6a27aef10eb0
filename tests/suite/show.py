"""Shows what is not yet read as a table says: python -m tests.suite.show en/denials ar/..."""

import sys

from tests.suite.sentences import check, files, sentences_of


def main(arguments: list[str]) -> int:
    """Prints the difference for every sentence of the files named (`en`, `en/denials`) that is not read."""
    for name in arguments:
        folder, _, stem = name.partition("/")
        for file in files(folder):
            for sentence in sentences_of(file) if stem in ("", file.stem) else ():
                try:
                    check(sentence)
                except AssertionError as unread:
                    print(f"{sentence}\n{unread}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
