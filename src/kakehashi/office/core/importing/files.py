"""Where received files are kept: each under the hash of its bytes, so that the same file is kept once."""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.files.base import File

from kakehashi.kernel import WrongInput
from kakehashi.office.core.models import Import


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file below settings.IMPORT_FILES: its name there, its size in bytes, its SHA-256 in hex."""

    stored_name: str
    size: int
    sha256: str


def keep(upload: File[bytes]) -> KeptFile:
    """Writes an upload piece by piece; it gets its name when it is complete. WrongInput when it is empty."""
    folder = Path(settings.IMPORT_FILES)
    folder.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=".incoming-")
    try:
        with os.fdopen(handle, "wb") as file:
            for chunk in upload.chunks():
                digest.update(chunk)
                size += len(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        if size == 0:
            raise WrongInput("importing.empty_file", file=upload.name or "")
        os.replace(temporary, folder / digest.hexdigest())
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return KeptFile(stored_name=digest.hexdigest(), size=size, sha256=digest.hexdigest())


def path_of(record: Import) -> Path:
    """The kept file of an import. Raises WrongInput when it is no longer there."""
    path = Path(settings.IMPORT_FILES) / Path(record.stored_name).name
    if not path.is_file():
        raise WrongInput("importing.file_gone", file=record.file_name)
    return path
