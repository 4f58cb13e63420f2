"""Plan -> the meetings that it asks for itself, on working days, and a calendar of them. Pure."""
