"""What a template prints: the names of its tags, and what another template prints besides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import nodes

from zi_docs.word.template_source import TemplateSource, template_at

# A name in a loop stands for what it runs through.
_Scope = Mapping[str, str]


@dataclass(frozen=True)
class TemplateDifference:
    """What a template prints less and more than another, as dotted names, and styles it lacks."""

    missing: tuple[str, ...]
    added: tuple[str, ...]
    styles: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.added or self.styles)


def compare_templates(template: TemplateSource, master: TemplateSource) -> TemplateDifference:
    """How `template` differs from `master` in what it prints; their look is not compared."""
    mine, theirs = printed_names(template), printed_names(master)
    return TemplateDifference(
        tuple(sorted(theirs - mine)),
        tuple(sorted(mine - theirs)),
        tuple(sorted(set(master.styles) - set(template.styles))),
    )


def compare_template_files(template: Path, master: Path) -> TemplateDifference:
    """As `compare_templates`, of files. Raises FaultyTemplateError."""
    return compare_templates(template_at(template), template_at(master))


def printed_names(source: TemplateSource) -> frozenset[str]:
    """The dotted names that a template prints: `menimbang.isi` for `x.isi` in a loop over it.

    Tags that cannot be read print nothing.
    """
    names: set[str] = set()
    for text in source.texts:
        tree = source.tree(text)
        if tree is not None:
            names.update(_printed(tree, {}))
    return frozenset(names)


def _printed(node: nodes.Node, scope: _Scope) -> Iterator[str]:
    if isinstance(node, nodes.For):
        inner = dict(scope) | _loop_names(node, scope)
        for child in (*node.body, *node.else_):
            yield from _printed(child, inner)
    elif isinstance(node, nodes.Output):
        for expression in node.nodes:
            yield from _names_in(expression, scope)
    elif not isinstance(node, nodes.Expr):
        for child in node.iter_child_nodes():
            yield from _printed(child, scope)


def _loop_names(loop: nodes.For, scope: _Scope) -> dict[str, str]:
    """The loop's targets and what they stand for; of several targets each bears its own name."""
    path = next(_names_in(loop.iter, scope), "?")
    if isinstance(loop.target, nodes.Name):
        return {loop.target.name: path}
    return {name.name: f"{path}.{name.name}" for name in loop.target.find_all(nodes.Name)}


def _names_in(node: nodes.Node, scope: _Scope) -> Iterator[str]:
    """The dotted names in an expression, without those of conditions and keys."""
    path = _path(node, scope)
    if path:
        yield path
    elif isinstance(node, nodes.CondExpr):
        yield from _names_in(node.expr1, scope)
        if node.expr2 is not None:
            yield from _names_in(node.expr2, scope)
    else:
        for child in node.iter_child_nodes():
            yield from _names_in(child, scope)


def _path(node: nodes.Node, scope: _Scope) -> str:
    """A dotted name as one text; nothing for any other expression."""
    if isinstance(node, nodes.Name):
        return "" if node.name == "loop" else scope.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        owner = _path(node.node, scope)
        return f"{owner}.{node.attr}" if owner else ""
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        owner = _path(node.node, scope)
        return f"{owner}.{node.arg.value}" if owner else ""
    return ""
