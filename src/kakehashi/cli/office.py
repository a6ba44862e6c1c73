"""`kakehashi office`: set up and run an office on a workspace."""

import subprocess
import sys
from pathlib import Path

import click

from kakehashi.cli.serving import serve as serve_workspace
from kakehashi.cli.workspace import Workspace


@click.group()
@click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("workspace"),
    envvar="KAKEHASHI_HOME",
    show_default=True,
    help="The workspace: database, register store, files, key.",
)
@click.pass_context
def office(ctx: click.Context, home: Path) -> None:
    """Set up and run an office (needs kakehashi[office])."""
    ctx.obj = Workspace(home)


@office.command()
@click.pass_obj
def init(workspace: Workspace) -> None:
    """Make the workspace and bring its database up to date; run it again after an upgrade."""
    workspace.enter()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    click.echo(f"The workspace {workspace.home} is ready.")


@office.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
@click.pass_obj
def serve(workspace: Workspace, host: str, port: int) -> None:
    """Serve the office, with one worker for background jobs."""
    workspace.prepare()
    sys.exit(
        serve_workspace(
            workspace=workspace,
            host=host,
            port=port,
            when_ready=lambda: click.echo(f"Kakehashi is ready at http://{host}:{port}/"),
        )
    )


@office.command(context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.pass_obj
def manage(workspace: Workspace, arguments: tuple[str, ...]) -> None:
    """Run one of Django's management commands on the workspace, e.g. `manage createsuperuser`."""
    sys.exit(subprocess.call([sys.executable, "-m", "django", *arguments], env=workspace.environment()))
