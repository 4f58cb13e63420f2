"""The words of the agency that an office belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from zi_docs.model.origin import same_id


@dataclass(frozen=True)
class Agency:
    """What papers of one agency call things that another calls differently.

    `tanpa_nip` are the groups of people who have neither NIP nor rank. `unit_penyalin` is the
    unit that attests copies, with the tokens of `UNIT_TOKENS`. `singkatan_keputusan` is the kind
    Keputusan in JDIH's file names. The title of the decree of the team that builds the Zona
    Integritas holds every one of `kata_tim_zi`.
    """

    tanpa_nip: tuple[str, ...]
    unit_penyalin: str
    singkatan_keputusan: str
    kata_tim_zi: tuple[str, ...]

    def without_nip(self, group: str) -> bool:
        """Whether the people of a group have neither NIP nor rank."""
        return any(same_id(group, name) for name in self.tanpa_nip)

    def names_integrity_team(self, title: str) -> bool:
        """Whether a decree of this title appoints the team that builds the Zona Integritas."""
        return all(word.casefold() in title.casefold() for word in self.kata_tim_zi)


UNIT_TOKENS = ("lembaga", "singkatan")
