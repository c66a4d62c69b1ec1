"""What hostile people try, and what a careless change of ours might let them do."""
