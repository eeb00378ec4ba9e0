-- helper: The first day of a fiscal year
-- formula: the first of the start month, in the year itself when that is January, else in the year before
-- edge cases: a start that nobody gave is January
-- source: decision 5, fiscal years
create or replace macro fiscal_year_start(named_year, start_month) as
make_date(
    cast(named_year - cast(coalesce(start_month, 1) > 1 as integer) as bigint),
    cast(coalesce(start_month, 1) as bigint),
    1
);

-- tests
select fiscal_year_start(2026, 4) = date '2025-04-01';
select fiscal_year_start(2026, 1) = date '2026-01-01';
select fiscal_year_start(2026, null) = date '2026-01-01';
select fiscal_year_start(null, 4) is null;
