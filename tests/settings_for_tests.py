"""The office's settings as the tests use them: a workspace of their own, jobs at once, a chosen database."""

import os
import tempfile
from pathlib import Path

_home = Path(tempfile.mkdtemp(prefix="kakehashi-tests-"))
os.environ.update(
    KAKEHASHI_HOME=str(_home),
    KAKEHASHI_TESTING="yes",
    KAKEHASHI_SECRET_KEY="only-for-tests",
)
os.environ.pop("KAKEHASHI_DEMO", None)

from kakehashi.office.config.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
WHITENOISE_AUTOREFRESH = True
