"""What an engine raises when the caller's input is at fault: a code, and the parameters of its sentence."""


class WrongInput(ValueError):
    """Input that cannot be used. `code` names a sentence that says what is wrong, where, and what to do."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in sorted(self.params.items()))
        return f"{self.code}({details})"
