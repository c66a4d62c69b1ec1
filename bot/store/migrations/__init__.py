"""Alembic's migrations, inside the package so that every installation can bring its database up."""
