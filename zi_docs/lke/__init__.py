"""The LKE: its items, which rows of a plan serve them, and what the plan can score."""
