"""Plan -> the meetings that it asks for, on working days, and a calendar of them. Pure."""
