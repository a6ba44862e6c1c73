"""The root command, which finds its groups by name so that `kakehashi names` never imports the office."""

from importlib import import_module

import click

from kakehashi import __version__

#: command → module and attribute, in the order in which `--help` lists them.
COMMANDS = {
    "names": "kakehashi.cli.names:names",
    "registers": "kakehashi.cli.registers:registers",
    "places": "kakehashi.cli.places:places",
    "targeting": "kakehashi.cli.targeting:targeting",
    "demo": "kakehashi.cli.demo:demo",
    "office": "kakehashi.cli.office:office",
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kakehashi")
def main() -> None:
    """Kakehashi (架け橋): from company registers to explained targets."""
