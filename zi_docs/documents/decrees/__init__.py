"""A decree as documents: its body, its Lampiran by kind, its copy, its papers for JDIH."""
