"""What Alembic runs for every command: the steps, on the connection that ``steps.py`` hands over."""

from alembic import context

# The connection has begun its transaction already, so Alembic neither commits nor rolls back.
context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
context.run_migrations()
