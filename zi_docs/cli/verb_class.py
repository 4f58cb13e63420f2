"""What all verbs have in common as commands: their help, and what they say of a slip."""

from __future__ import annotations

from typing import Any

import click
from click.shell_completion import CompletionItem

from zi_docs.wording.nearest_names import did_you_mean

# Kinds of values that have no name in click's look-up.
_VALUES = {"TEXT": "TEKS", "INTEGER": "ANGKA", "INTEGER RANGE": "ANGKA"}
# Longer than any first sentence of a verb's help.
_WHOLE = 1000


def shown_name(option: click.Parameter) -> str:
    """The name of an option that help and messages show: its first long one.

    The others, by which it was once called, stay; nobody need learn them.
    """
    return next((name for name in option.opts if name.startswith("--")), option.opts[0])


def _options(ctx: click.Context) -> list[click.Option]:
    return [option for option in ctx.command.get_params(ctx) if isinstance(option, click.Option)]


class Verb(click.Command):
    """A verb whose help is in Indonesian, and which tells the nearest of a mistyped option."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **{"options_metavar": "[OPSI]"} | settings)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line; a slip is told with the names that help shows."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as problem:
            raise _unknown_option(problem, ctx) from None
        except click.UsageError as problem:
            problem.ctx = problem.ctx or ctx
            if isinstance(problem, click.BadParameter) and problem.param is not None:
                problem.param_hint = problem.param_hint or _hint(problem.param, ctx)
            raise

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, each by its Indonesian name alone, and the verbs of a group."""
        records = [(option, option.get_help_record(ctx)) for option in _options(ctx)]
        with formatter.section("Opsi"):
            formatter.write_dl(
                [(_left_column(option, ctx), record[1]) for option, record in records if record]
            )
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """What may stand next; of an option the Indonesian name."""
        aliases = {name for option in _options(ctx) for name in option.opts}
        aliases -= {shown_name(option) for option in _options(ctx)}
        items = super().shell_complete(ctx, incomplete)
        return [item for item in items if item.value not in aliases]


class VerbGroup(Verb, click.Group):
    """Verbs under one name, whose help is in Indonesian too."""

    command_class = Verb

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        metavar = {"subcommand_metavar": "PERINTAH [ARGUMEN]..."}
        super().__init__(*arguments, **metavar | settings)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the verbs, each with its first sentence."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Perintah"):
            formatter.write_dl(
                [(name, verb.get_short_help_str(_WHOLE)) for name, verb in commands if verb]
            )

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb of a command line; the nearest ones are told of a mistyped one."""
        name = args[0]
        if name.startswith("-") or ctx.resilient_parsing or self.get_command(ctx, name):
            return super().resolve_command(ctx, args)
        meant = did_you_mean(name, self.list_commands(ctx))
        raise click.UsageError(f"Perintah “{name}” tidak dikenal.{meant}", ctx)


def _unknown_option(problem: click.NoSuchOption, ctx: click.Context) -> click.UsageError:
    name = problem.option_name
    verb = _verb_with(name, ctx)
    if verb:
        return click.UsageError(
            f"Opsi {name} ditulis sesudah perintahnya, misalnya `{verb} {name}`.", ctx
        )
    names = [known for option in _options(ctx) for known in option.opts if known.startswith("--")]
    meant = did_you_mean(name, names) if name.startswith("--") else ""
    return click.UsageError(f"Opsi {name} tidak dikenal.{meant}", ctx)


def _verb_with(option: str, ctx: click.Context) -> str:
    """The first verb of a group that knows an option; empty where there is none."""
    group = ctx.command
    if isinstance(group, click.Group):
        for name in group.list_commands(ctx):
            verb = group.get_command(ctx, name)
            if verb and any(option in parameter.opts for parameter in verb.params):
                return name
    return ""


def _hint(parameter: click.Parameter, ctx: click.Context) -> str:
    if isinstance(parameter, click.Option):
        return shown_name(parameter)
    return parameter.make_metavar(ctx)


def _left_column(option: click.Option, ctx: click.Context) -> str:
    """The names of an option for its help, but for those by which it was once called."""
    short = [name for name in option.opts if not name.startswith("--")]
    names = ", ".join([*short, shown_name(option)])
    if option.is_flag or option.count:
        return names
    value = option.make_metavar(ctx)
    return f"{names} {_VALUES.get(value, value)}"
