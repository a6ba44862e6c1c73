"""Serves a workspace: a web server and a worker for background jobs, watched together until somebody stops them."""

import ctypes
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from types import FrameType

import click

from kakehashi.cli.workspace import Workspace

#: Seconds between two looks at the processes.
RHYTHM = 0.5
#: Requests answered at the same time: more would only wait for the processor.
THREADS = min(4, os.cpu_count() or 1)
_SIGTERM_WHEN_PARENT_DIES = 1


def serve(*, workspace: Workspace, host: str, port: int, when_ready: Callable[[], None]) -> int:
    """Runs until interrupted, restarts a worker that died, and returns the exit status of the web server."""
    web = _start(_web_command(host=host, port=port), workspace)
    worker = _start(_worker_command(), workspace)
    stopping = False

    def stop(signum: int, frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True
        web.terminate()
        worker.terminate()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    if _wait_until_ready(web, f"http://{host}:{port}/healthz"):
        when_ready()
    while web.poll() is None:
        if worker.poll() is not None and not stopping:
            click.echo("The worker stopped; starting it again.", err=True)
            worker = _start(_worker_command(), workspace)
        time.sleep(RHYTHM)
    if worker.poll() is None:
        worker.terminate()
        worker.wait()
    return 0 if stopping else web.returncode


def _web_command(*, host: str, port: int) -> list[str]:
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi"),
        *("--host", host, "--port", str(port), "--workers", "1", "--blocking-threads", str(THREADS)),
        *("--no-ws", "--log-level", "warning", "--respawn-failed-workers"),
        "kakehashi.office.config.wsgi:application",
    ]


def _worker_command() -> list[str]:
    return [sys.executable, "-m", "django", "work"]


def _start(command: list[str], workspace: Workspace) -> subprocess.Popen[bytes]:
    environment = {**workspace.environment(), "KAKEHASHI_SERVING": "yes"}
    return subprocess.Popen(command, env=environment, preexec_fn=_end_with_parent)


def _end_with_parent() -> None:
    """On Linux a child ends when this process is killed, so that no server is left behind on the port."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SIGTERM_WHEN_PARENT_DIES, signal.SIGTERM)


def _wait_until_ready(web: subprocess.Popen[bytes], url: str) -> bool:
    while web.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - our own address
                if answer.status == 200:
                    return True
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    return False
