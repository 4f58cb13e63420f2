"""Two Plans -> what changed between them: rows, passages, records, word by word; and when."""
