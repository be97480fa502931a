"""The cupboard: the only room with SQLAlchemy, Alembic and the database driver."""
