"""Pictures of figures for a phone, in Persian or English: `draw` makes PNG of a `Picture`."""
