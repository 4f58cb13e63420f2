"""From a PDF to one that can be signed: the tag counted, or the empty fields put in.

`desk` decides what a PDF needs by the signatures of its documents; `tags` and `fields` know how
each kind is found and made. Nothing here signs: names and passphrases stay with the signers.
"""
