"""What would be written, kept in memory."""

from sijill.publish.sealed import pieces, sealed


def whole(content):
    """All pieces of a content together."""
    return b"".join(pieces(content))


def writer():
    """Files by name, and the function that puts them there."""
    files = {}

    def write(name, content):
        files[name] = whole(content)
        return sealed(files[name])

    return files, write
