"""Run by Alembic: migrate over the connection that `bring_up` hands in."""

from alembic import context

from sijill.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
