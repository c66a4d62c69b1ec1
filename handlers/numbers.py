"""The numbers that buttons may carry: clients may make up any others, and databases have an end."""

from typing import Annotated

from pydantic import Field

LARGEST_NUMBER = 2**31 - 1
"""Of a row, as PostgreSQL counts them; SQLite would take more."""

RowNumber = Annotated[int, Field(ge=0, le=LARGEST_NUMBER)]
PageNumber = Annotated[int, Field(ge=-1, le=LARGEST_NUMBER)]
