-- rating: Stale
-- formula: something fell due after the last measurement, and that is older than 1.5 x the cadence
-- edge cases: never stale without a cadence, or when all that was due is measured
-- source: Rating, grey when stale; M22, 1.5 x cadence
create or replace macro is_stale(as_of, last_measured, last_due, cadence) as
coalesce(
    last_due > last_measured
    and months_at_end_of(as_of) - months_at_end_of(last_measured) > 1.5 * cadence_months(cadence),
    false
);

-- tests
select is_stale(date '2026-03-31', date '2025-12-31', date '2026-03-31', 'monthly');
select not is_stale(date '2026-03-31', date '2025-12-31', date '2026-03-31', 'quarterly');
select not is_stale(date '2026-03-31', date '2025-12-31', date '2025-12-31', 'monthly');
select not is_stale(date '2026-03-31', date '2025-12-31', date '2026-03-31', null);
