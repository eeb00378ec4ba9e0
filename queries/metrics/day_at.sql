-- helper: The day at a position on the time line
-- formula: the inverse of the position of the end of a day, to the nearest day
-- edge cases: unknown stays unknown
-- source: M17
create or replace macro day_at(at_months) as
cast(
    make_date(
        cast(floor(at_months / 12) as bigint),
        cast(floor(at_months - floor(at_months / 12) * 12) + 1 as bigint),
        1
    )
    + to_days(cast(round((at_months - floor(at_months)) * 30.4375) as integer))
    - to_days(1)
    as date
);

-- tests
select day_at(2026 * 12 + 3) = date '2026-03-31';
select day_at(2026 * 12) = date '2025-12-31';
select day_at(2026 * 12 + 3.5) = date '2026-04-15';
select day_at(null) is null;
