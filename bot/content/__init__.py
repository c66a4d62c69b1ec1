"""What managers write: YAML read with its lines, checked by small rules, made into playbooks."""
