"""Several processes on one PostgreSQL: nothing twice, nothing lost, order kept."""
