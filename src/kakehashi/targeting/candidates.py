"""The candidates as the criteria read them: checked columns of a register frame, by key."""

import polars as pl

from kakehashi.kernel import WrongInput

#: Column → type, as read here. Only `key` and `name` must be there; a column that is not is unknown for every
#: row.
COLUMNS: dict[str, pl.DataType] = {
    "key": pl.String(),
    "name": pl.String(),
    "english": pl.String(),
    "other_names": pl.List(pl.String()),
    "country": pl.String(),
    "region": pl.String(),
    "industry_scheme": pl.String(),
    "industry": pl.String(),
    "capital": pl.Int64(),
    "currency": pl.String(),
    "listed": pl.Boolean(),
    "consolidated": pl.Boolean(),
    "kind": pl.String(),
    "status": pl.String(),
}


def checked(candidates: pl.DataFrame | pl.LazyFrame) -> pl.DataFrame:
    """The columns that a ranking reads, sorted by key, so that the order of the rows cannot matter.

    Raises WrongInput for a missing `key` or `name`, a column of another type, an empty key, or a key that
    occurs twice.
    """
    lazy = candidates.lazy()
    schema = lazy.collect_schema()
    for name in ("key", "name"):
        if name not in schema:
            raise WrongInput("targeting.candidates_column", column=name, columns=", ".join(schema))
    try:
        frame = lazy.select(_read(name, kind, schema) for name, kind in COLUMNS.items()).sort("key").collect()
    except (
        pl.exceptions.InvalidOperationError,
        pl.exceptions.ComputeError,
        pl.exceptions.SchemaError,
    ) as error:
        raise WrongInput("targeting.candidates_type", detail=str(error).splitlines()[0][:200]) from error
    if frame["key"].null_count() or (frame["key"] == "").any():
        raise WrongInput("targeting.candidates_no_key")
    repeated = frame.filter(pl.col("key") == pl.col("key").shift())["key"]
    if len(repeated):
        raise WrongInput("targeting.candidates_repeated_key", key=repeated[0], count=len(repeated.unique()))
    return frame


def _read(name: str, kind: pl.DataType, schema: pl.Schema) -> pl.Expr:
    if name not in schema or schema[name] == pl.Null:
        return pl.lit(None, dtype=kind).alias(name)
    if schema[name] != kind and not (schema[name].is_integer() and kind.is_integer()):
        raise WrongInput(
            "targeting.candidates_column_type", column=name, found=str(schema[name]), wanted=str(kind)
        )
    expression = pl.col(name).cast(kind)
    if kind != pl.String() or name == "key":
        return expression
    return pl.when(expression.str.strip_chars() != "").then(expression)
