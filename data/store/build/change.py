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
    for table in (*_THINGS, "business_cases", *(table.name for table in TABLES if table.long)):
        origin = f"base.main.{table}" if has_base else f"main.{table} limit 0"
        connection.execute(f"create temp view was_{table} as from {origin}")


def _things(connection: duckdb.DuckDBPyConnection, table: str, name: str) -> dict[str, Any]:
    key = f"{name}_id"
    fields = quoted_list(field.name for field in BY_NAME[table].fields)
    packed = ", ".join(
        f"{quoted(field.name)} := side.{quoted(field.name)}" for field in BY_NAME[table].fields
    )
    connection.execute(
        f"""
        create temp table thing_changes as
        with old_side as (
            select {key}, {name}, program_id, struct_pack({packed}) as fields
            from (select {fields} from was_{table}) as side
        ),
        new_side as (
            select {key}, {name}, program_id, struct_pack({packed}) as fields
            from (select {fields} from main.{table}) as side
        )
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
        """
    )
    answer = {}
    for change in ("new", "changed", "gone"):
        rows = connection.execute(
            "select id, name, program_id from thing_changes where change = ? order by program_id, id",
            [change],
        ).fetchall()
        items = [dict(zip(("id", "name", "program_id"), row, strict=True)) for row in rows[:_LISTED]]
        answer[change] = {"count": len(rows), "items": items}
    connection.execute("drop table thing_changes")
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
    shares = []
    for table, key in (
        ("projects", ("project_id",)),
        ("benefits", ("benefit_id",)),
        ("realized_values", BY_NAME["realized_values"].key),
    ):
        same = " and ".join(f"new_side.{name} = old_side.{name}" for name in key)
        row = connection.execute(
            f"""
            select max(share) from (
                select count(*) filter (where new_side.{key[0]} is null)::double / count(*) as share
                from was_{table} as old_side left join main.{table} as new_side on {same}
                group by old_side.program_id
            )
            """
        ).fetchone()
        shares.append(float(row[0]) if row and row[0] is not None else 0.0)
    return max(shares)
