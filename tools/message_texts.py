"""What the messages of a package say, read from its code without running it.

An f-string becomes its literal text with `…` for what varies. Names are followed to what they may
hold at that line, parameters to what callers pass, functions of the package to what they return.
Where several texts are possible, they stand in square brackets: `[one / other]`, and `[one]` when
the other is nothing.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

VARIES = "…"
_WORD = re.compile(r"[^\W\d_]{4,}")
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass
class Module:
    """A module's syntax tree, and by name what it defines, imports and calls."""

    tree: ast.Module
    parents: dict[ast.AST, ast.AST] = field(default_factory=dict)
    functions: dict[str, Function] = field(default_factory=dict)
    constants: dict[str, ast.expr] = field(default_factory=dict)
    imports: dict[str, tuple[str, str]] = field(default_factory=dict)
    calls: dict[str, list[ast.Call]] = field(default_factory=dict)

    @classmethod
    def of(cls, source: str) -> Module:
        """Parse the source of a module."""
        module = cls(ast.parse(source))
        for node in ast.walk(module.tree):
            module.parents |= dict.fromkeys(ast.iter_child_nodes(node), node)
            if isinstance(node, Function):
                module.functions[node.name] = node
            elif isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    module.imports[alias.asname or alias.name] = (node.module, alias.name)
            elif isinstance(node, ast.Call):
                module.calls.setdefault(callee(node), []).append(node)
        for statement in module.tree.body:
            module.constants |= dict(_assignments(statement))
        return module

    def values(self, name: str, node: ast.AST) -> list[ast.expr]:
        """What may have been assigned to a local name where `node` stands."""
        values: list[ast.expr] = []
        while not isinstance(node, Function | ast.Module):
            parent = self.parents[node]
            for block in _blocks(parent):
                if node in block:
                    more, certain = _last(name, block[: block.index(node)])
                    values += more
                    if certain:
                        return values
            node = parent
        return values

    def function_of(self, node: ast.AST) -> Function | None:
        """The function in which a node stands."""
        while not isinstance(node, Function | ast.Module):
            node = self.parents[node]
        return node if isinstance(node, Function) else None

    def arguments(self, name: str, function: Function) -> Iterator[ast.expr]:
        """What the calls in this module pass for a parameter of one of its functions."""
        names = [argument.arg for argument in function.args.args]
        if name not in names:
            return
        for call in self.calls.get(function.name, ()):
            index = names.index(name) - (isinstance(call.func, ast.Attribute) and "self" in names)
            yield from call.args[index : index + 1]
            yield from (word.value for word in call.keywords if word.arg == name)


class Texts:
    """Texts of expressions in the modules of a package, given as sources by dotted name."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self.modules = {name: Module.of(source) for name, source in sources.items()}
        self._open: set[ast.AST] = set()

    def messages(self, node: ast.expr, module: Module) -> list[str]:
        """The texts that an expression may give."""
        if node in self._open:
            return [VARIES]
        self._open.add(node)
        try:
            return list(dict.fromkeys(_tidy(text) for text in self._texts(node, module)))
        finally:
            self._open.remove(node)

    def text(self, node: ast.expr, module: Module) -> str:
        """The text of an expression, what differs in square brackets."""
        return _bracketed(self.messages(node, module))

    def _texts(self, node: ast.expr, module: Module) -> list[str]:
        match node:
            case ast.Constant(value=str() | int() as value):
                return [str(value)]
            case ast.JoinedStr(values=parts):
                return ["".join(self.text(part, module) for part in parts)]
            case ast.FormattedValue(value=value):
                return self.messages(value, module)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return [self.text(left, module) + self.text(right, module)]
            case ast.IfExp(body=body, orelse=other):
                return self.messages(body, module) + self.messages(other, module)
            case ast.Name():
                return self._named(node, module)
            case ast.Call(func=ast.Name("str"), args=[value]):
                return self.messages(value, module)
            case ast.Call(func=ast.Name(name), args=[what, remedy]) if name.endswith("Error"):
                return [f"{self.text(what, module)} {self.text(remedy, module)}"]
            case ast.Call(func=ast.Name(name)):
                return self._returned(name, module)
        return [VARIES]

    def _named(self, node: ast.Name, module: Module) -> list[str]:
        values = module.values(node.id, node)
        if values:
            return self._union(values, module)
        function = module.function_of(node)
        passed = list(module.arguments(node.id, function)) if function else []
        if passed:
            return _speaking(self._union(passed, module))
        owner, name = self._home(node.id, module)
        return self.messages(owner.constants[name], owner) if name in owner.constants else [VARIES]

    def _returned(self, name: str, module: Module) -> list[str]:
        """What a function of the package returns, if that is text that says something."""
        owner, own_name = self._home(name, module)
        function = owner.functions.get(own_name)
        if function is None:
            return [VARIES]
        returns = [node for node in ast.walk(function) if isinstance(node, ast.Return)]
        return _speaking(self._union([r.value for r in returns if r.value is not None], owner))

    def _union(self, nodes: Sequence[ast.expr], module: Module) -> list[str]:
        ordered = sorted(nodes, key=position)
        return [text for node in ordered for text in self.messages(node, module)]

    def _home(self, name: str, module: Module) -> tuple[Module, str]:
        """The module that defines a name, and its name there."""
        source, own_name = module.imports.get(name, ("", name))
        return self.modules.get(source, module), own_name


def position(node: ast.expr) -> tuple[int, int]:
    """Line and column, to put expressions of a module into the order of its source."""
    return node.lineno, node.col_offset


def callee(call: ast.Call) -> str:
    """The last name of what is called: `add` in `self.add(…)`."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _speaking(texts: list[str]) -> list[str]:
    # Of a date or a list of names only "…, dan …" is known: that says less than the mark alone.
    return texts if any(_WORD.search(text) for text in texts) else [VARIES]


def _bracketed(texts: Sequence[str]) -> str:
    parts = [text for text in texts if text]
    if not parts or parts == [VARIES]:
        return "".join(parts)
    if len(texts) == 1:
        return parts[0]
    space = " " if all(part.startswith(" ") for part in parts) else ""
    return f"{space}[{' / '.join(part.removeprefix(space) for part in parts)}]"


def _tidy(text: str) -> str:
    return re.sub(rf"{VARIES}{{2,}}", VARIES, text)


def _assignments(statement: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Names and values of an assignment, those of `a, b = 1, 2` one by one."""
    if isinstance(statement, ast.AnnAssign) and statement.value is not None:
        targets: list[ast.expr] = [statement.target]
    elif isinstance(statement, ast.Assign):
        targets = statement.targets
    else:
        return
    for target in targets:
        match target, statement.value:
            case ast.Name(name), ast.expr() as value:
                yield name, value
            case ast.Tuple(elts=names), ast.Tuple(elts=values) if len(names) == len(values):
                for each, value in zip(names, values, strict=True):
                    if isinstance(each, ast.Name):
                        yield each.id, value


def _blocks(node: ast.AST) -> list[list[ast.stmt]]:
    """The lists of statements in a compound statement: its body, its `else`, its handlers."""
    blocks = [getattr(node, name, None) for name in ("body", "orelse", "finalbody")]
    parts = [*getattr(node, "handlers", ()), *getattr(node, "cases", ())]
    blocks += [part.body for part in parts]
    return [block for block in blocks if isinstance(block, list)]


def _last(name: str, block: Sequence[ast.stmt]) -> tuple[list[ast.expr], bool]:
    """What `name` may hold after a block, and whether the block surely sets it or leaves."""
    values: list[ast.expr] = []
    for statement in reversed(block):
        if isinstance(statement, ast.Return | ast.Raise | ast.Continue):
            return [], True
        assigned = dict(_assignments(statement))
        if name in assigned:
            return [*values, assigned[name]], True
        # A function defined here has names of its own.
        inner = [] if isinstance(statement, Function) else _blocks(statement)
        ends = [_last(name, each) for each in inner]
        values += [value for more, _ in ends for value in more]
        if isinstance(statement, ast.If) and all(certain for _, certain in ends):
            return values, True
    return values, False
