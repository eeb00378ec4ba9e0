-- M22a Measured too long ago
-- formula: the last measurement is older than 1.5 x the cadence, and something fell due after it or is still to come
-- edge cases: never measured counts once something was due; without a cadence only that does; nothing due since and nothing to come is done, not neglected
-- source: M22
create or replace macro is_unmeasured_since(as_of, last_measured, last_due, still_to_come, cadence) as
case
    when last_measured is null then last_due is not null
    else
        coalesce(
            (last_due > last_measured or still_to_come <> 0)
            and months_at_end_of(as_of) - months_at_end_of(last_measured) > 1.5 * cadence_months(cadence),
            false
        )
end;

-- tests
select is_unmeasured_since(date '2026-03-31', date '2025-09-30', date '2026-03-31', 0, 'quarterly');
select not is_unmeasured_since(date '2026-03-31', date '2025-12-31', date '2026-03-31', 0, 'quarterly');
select is_unmeasured_since(date '2026-03-31', date '2025-09-30', date '2025-09-30', 50, 'quarterly');
select not is_unmeasured_since(date '2026-03-31', date '2025-09-30', date '2025-09-30', 0, 'quarterly');
select is_unmeasured_since(date '2026-03-31', null, date '2025-12-31', 0, null);
select not is_unmeasured_since(date '2026-03-31', null, null, 90, 'monthly');
select not is_unmeasured_since(date '2026-03-31', date '2024-12-31', date '2026-03-31', 90, null);
