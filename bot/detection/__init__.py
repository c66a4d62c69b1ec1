"""Detection: what a customer's turn shows in its place; pure, offline, explained."""
