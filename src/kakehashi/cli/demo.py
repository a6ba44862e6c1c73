"""`kakehashi demo`: a workspace with the demo's place and a real register, ready to walk through."""

import sys
import webbrowser
from pathlib import Path

import click

from kakehashi.cli.serving import serve
from kakehashi.cli.workspace import Workspace


@click.command()
@click.option(
    "--dir",
    "directory",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("demo-workspace"),
    show_default=True,
    help="Where the demo workspace is made and kept.",
)
@click.option("--port", default=8000, show_default=True)
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
@click.option("--prepare-only", is_flag=True, help="Make the workspace and stop.")
def demo(directory: Path, port: int, no_browser: bool, prepare_only: bool) -> None:
    """Make the demo workspace (once), then serve it (needs kakehashi[demo])."""
    workspace = Workspace(directory, demo=True)
    workspace.enter()
    from kakehashi.office.demo.workspace import prepare

    prepare(say=click.echo)
    if prepare_only:
        return
    sys.exit(
        serve(
            workspace=workspace,
            host="127.0.0.1",
            port=port,
            when_ready=lambda: _welcome(port=port, open_browser=not no_browser),
        )
    )


def _welcome(*, port: int, open_browser: bool) -> None:
    from kakehashi.office.apps.accounts.queries import demo_accounts

    address = f"http://127.0.0.1:{port}/"
    click.echo(f"\nKakehashi is ready at {address}\n")
    click.echo("Sign in as (the password is the same for all):")
    for account in demo_accounts():
        click.echo(f"  {account.username:<14} {account.password}   {account.role}, {account.name}")
    click.echo("\nStop with Ctrl-C; run the same command again to go on where you stopped.")
    sys.stdout.flush()
    if open_browser:
        webbrowser.open(address)
