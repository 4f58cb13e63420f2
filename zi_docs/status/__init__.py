"""Plan and a date -> what is due, overdue, not evidenced, and what each paper still lacks."""
