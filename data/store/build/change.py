"""What a new version changes against the one before it: things, values, money."""

from typing import Any

import duckdb

from data.ingest.staged import plain
from data.model import BY_NAME, TABLES
from data.store.build.sql import quoted, quoted_list

# A load that makes more than this share of a program's things disappear is asked about twice.
GONE_LIMIT = 0.20
_LISTED = 200
_THINGS = {"programs": "program", "projects": "project", "benefits": "benefit"}


def against_base(connection: duckdb.DuckDBPyConnection, has_base: bool) -> dict[str, Any]:
    """The difference as plain values, ready for JSON.

    programs, projects, benefits   {new, changed, gone: {count, items: [{id, name, program_id}]}}
    values                         by long table: {new, changed, gone, same: number of values}
    money                          per program: planned (the last approved case version) and realized,
                                   before and after, decimal text, null where there is none
    gone_share                     the largest share of a program's projects, benefits or realized
                                   values that would be gone; `ask_twice` above 20 %
    """
    _name_base(connection, has_base)
    things = {table: _things(connection, table, name) for table, name in _THINGS.items()}
    values = {table.name: _values(connection, table.name) for table in TABLES if table.long}
    share = _gone_share(connection)
    return {
        **things,
        "values": values,
        "money": _money(connection),
        "gone_share": share,
        "ask_twice": share > GONE_LIMIT,
    }


def _name_base(connection: duckdb.DuckDBPyConnection, has_base: bool) -> None:
    """Call the base's tables `was_<table>`; before a first load they are there, without rows."""
    tables = (*_THINGS, "business_cases", *(table.name for table in TABLES if table.long))
    origins = {table: f"base.main.{table}" if has_base else f"main.{table} limit 0" for table in tables}
    connection.execute(
        ";".join(f"create temp view was_{table} as from {origin}" for table, origin in origins.items())
    )


def _things(connection: duckdb.DuckDBPyConnection, table: str, name: str) -> dict[str, Any]:
    key = f"{name}_id"
    fields = quoted_list(field.name for field in BY_NAME[table].fields)
    packed = ", ".join(
        f"{quoted(field.name)} := side.{quoted(field.name)}" for field in BY_NAME[table].fields
    )
    rows = connection.execute(
        f"""
        with old_side as (
            select {key}, {name}, program_id, struct_pack({packed}) as fields
            from (select {fields} from was_{table}) as side
        ),
        new_side as (
            select {key}, {name}, program_id, struct_pack({packed}) as fields
            from (select {fields} from main.{table}) as side
        ),
        changes as (
            select
                coalesce(new_side.{key}, old_side.{key}) as id,
                coalesce(new_side.{name}, old_side.{name}) as name,
                coalesce(new_side.program_id, old_side.program_id) as program_id,
                case
                    when old_side.{key} is null then 'new'
                    when new_side.{key} is null then 'gone'
                    when new_side.fields is distinct from old_side.fields then 'changed'
                    else 'same'
                end as change
            from new_side full join old_side on new_side.{key} = old_side.{key}
        )
        select change, count(*) over (partition by change), id, name, program_id
        from changes where change <> 'same'
        qualify row_number() over (partition by change order by program_id, id) <= {_LISTED}
        order by change, program_id, id
        """
    ).fetchall()
    answer: dict[str, Any] = {change: {"count": 0, "items": []} for change in ("new", "changed", "gone")}
    for change, count, *item in rows:
        answer[change]["count"] = count
        answer[change]["items"].append(dict(zip(("id", "name", "program_id"), item, strict=True)))
    return answer


def _values(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, int]:
    keys = BY_NAME[table].key
    same_key = " and ".join(f"new_side.{key} = old_side.{key}" for key in keys)
    row = connection.execute(
        f"""
        select
            count(*) filter (where old_side.benefit_id is null),
            count(*) filter (
                where new_side.value is distinct from old_side.value
                and new_side.benefit_id is not null and old_side.benefit_id is not null
            ),
            count(*) filter (where new_side.benefit_id is null),
            count(*) filter (where new_side.value is not distinct from old_side.value
                and new_side.benefit_id is not null and old_side.benefit_id is not null
            )
        from main.{table} as new_side full join was_{table} as old_side on {same_key}
        """
    ).fetchone()
    assert row is not None
    return dict(zip(("new", "changed", "gone", "same"), row, strict=True))


def _money(connection: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    sides = " union all ".join(
        f"""
        select '{side}' as side, 'planned' as series, program_id, sum(amount) as total
        from {tables}planned_values
        where (program_id, case_version) in (
            select (program_id, arg_max(case_version, approved_on))
            from {tables}business_cases
            group by program_id
        )
        group by program_id
        union all
        select '{side}' as side, 'realized' as series, program_id, sum(amount) as total
        from {tables}realized_values
        group by program_id
        """
        for side, tables in (("before", "was_"), ("after", "main."))
    )
    columns = [
        f"max(total) filter (where side = '{side}' and series = '{series}') as {series}_{side}"
        for series in ("planned", "realized")
        for side in ("before", "after")
    ]
    cursor = connection.execute(
        f"""
        select program_id, any_value(coalesce(now.program, was.program)) as program,
            any_value(coalesce(now.currency, was.currency)) as currency, {", ".join(columns)}
        from ({sides}) as totals
        left join main.programs as now using (program_id)
        left join was_programs as was using (program_id)
        group by program_id order by program_id
        """
    )
    names = [column[0] for column in cursor.description]
    return [
        {
            name: plain(value) if name.endswith(("before", "after")) and value is not None else value
            for name, value in row
        }
        for row in (list(zip(names, row, strict=True)) for row in cursor.fetchall())
    ]


def _gone_share(connection: duckdb.DuckDBPyConnection) -> float:
    """The largest gone/before over programs and over projects, benefits and realized values."""
    sides = (
        ("projects", ("project_id",)),
        ("benefits", ("benefit_id",)),
        ("realized_values", BY_NAME["realized_values"].key),
    )
    row = connection.execute(
        "select max(share) from (" + " union all ".join(_shares(*side) for side in sides) + ")"
    ).fetchone()
    return float(row[0]) if row and row[0] is not None else 0.0


def _shares(table: str, key: tuple[str, ...]) -> str:
    same = " and ".join(f"new_side.{name} = old_side.{name}" for name in key)
    return f"""
        select count(*) filter (where new_side.{key[0]} is null)::double / count(*) as share
        from was_{table} as old_side left join main.{table} as new_side on {same}
        group by old_side.program_id
    """
