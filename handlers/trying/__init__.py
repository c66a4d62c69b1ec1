"""/try and the buttons below a proposed change: what Aram would do, without doing it."""

from handlers.trying.router import build_router

__all__ = ["build_router"]
