"""`aram playbook try` and `aram playbook replay`: what Aram would do; nothing is sent or kept."""
