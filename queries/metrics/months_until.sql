-- helper: In how many months a risk may happen
-- formula: up to a date, or the number of days, weeks, months, quarters or years said
-- edge cases: of a range such as 3 to 6 months its end; below zero when the date has passed; null for other words
-- source: model: Proximity, in your own words
create or replace macro months_until(proximity, status_date) as
coalesce(
    months_at_end_of(try_cast(trim(proximity) as date)) - months_at_end_of(status_date),
    try_cast(regexp_extract(lower(proximity), '([0-9]+) *(day|week|month|quarter|year)', 1) as double)
    * case regexp_extract(lower(proximity), '([0-9]+) *(day|week|month|quarter|year)', 2)
        when 'day' then 1 / 30.4375
        when 'week' then 7 / 30.4375
        when 'month' then 1
        when 'quarter' then 3
        else 12
    end
);

-- tests
select months_until('2026-06-30', date '2026-03-31') = 3;
select months_until('2026-02-28', date '2026-03-31') = -1;
select months_until('within 3 months', date '2026-03-31') = 3;
select months_until('3 to 6 months', date '2026-03-31') = 6;
select months_until('2 Quarters', date '2026-03-31') = 6;
select months_until('1 year', date '2026-03-31') = 12;
select months_until('imminent', date '2026-03-31') is null;
select months_until(null, date '2026-03-31') is null;
