"""What somebody's words say of how a trouble ends, as heard in one message."""

from enum import StrEnum


class Sign(StrEnum):
    """A seller's message says the first four, a customer's the others."""

    REFUNDED = "refunded"
    """The money is back, or on its way."""
    REFUND_PROMISED = "refund_promised"
    """It will be given back."""
    REFUND_OFFERED = "refund_offered"
    """It could be given back, if the customer wishes so."""
    PARTED = "parted"
    """A farewell for good: other shops are named, or there is nothing more to be done."""
    WANTS_REFUND = "wants_refund"
    """The customer asks for the money, or says where it shall go."""
    ACCEPTED = "accepted"
    """The customer agrees, or thanks."""
    LEAVING = "leaving"
    """The customer takes their money elsewhere."""
