"""Steps from each version of the tables to the next, run by Alembic when the service starts."""
