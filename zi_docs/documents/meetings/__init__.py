"""The papers of a meeting: invitation, attendance, minutes, photographs, short report."""
