"""Plan -> what is to be monitored in a period, and what has been reported of it. Pure."""
