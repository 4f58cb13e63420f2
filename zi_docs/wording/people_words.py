"""People whom the workbook names by ID, in the words of papers: by post."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from zi_docs.model import Guest, Official, Plan
from zi_docs.wording.names import post_at

# A name that nobody gave: dots to write it on.
UNNAMED = "." * 32
# IDs as people write them: letters, digits, and signs inside.
_WORD = re.compile(r"\w+(?:[-./_]\w+)*")


def posts_by_id(plan: Plan) -> dict[str, str]:
    """What IDs of people stand for: the post, with the name where several have that post."""
    guests: list[Guest] = [*plan.officials, *plan.participants]
    posts = [
        guest.jabatan if isinstance(guest, Official) else post_at(guest.jabatan, guest.instansi)
        for guest in guests
    ]
    times = Counter(posts)
    words = {
        guest.id: f"{post} ({guest.nama})" if times[post] > 1 and post and guest.nama else post
        for guest, post in zip(guests, posts, strict=True)
    }
    return words | {guest.id: guest.nama or UNNAMED for guest in guests if not words[guest.id]}


def with_posts(words: str, posts: Mapping[str, str]) -> str:
    """The words with posts for IDs; an ID of letters only counts as written, or each word might."""
    folded = {key.casefold(): post for key, post in posts.items() if not key.isalpha()}
    return _WORD.sub(
        lambda word: posts.get(word[0]) or folded.get(word[0].casefold()) or word[0], words
    )
