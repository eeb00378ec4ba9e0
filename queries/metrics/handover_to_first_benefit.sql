-- M18 Handover to first benefit, months
-- means: How long after a project handed over its output the first benefit arrived.
-- formula: start of the first period with a realized value other than zero - end of the day of the handover
-- edge cases: below zero when a benefit came before the handover; null without a handover date or a first benefit
-- source: M18
create or replace macro handover_to_first_benefit(handed_over_on, first_realized_start) as
round(months_at_start_of(first_realized_start) - months_at_end_of(handed_over_on), 9);

-- tests
select handover_to_first_benefit(date '2025-09-30', date '2025-10-01') = 0;
select handover_to_first_benefit(date '2025-09-30', date '2026-01-01') = 3;
select handover_to_first_benefit(date '2025-09-30', date '2025-07-01') = -3;
select handover_to_first_benefit(date '2025-09-15', date '2025-10-01') = 0.5;
select handover_to_first_benefit(null, date '2025-10-01') is null;
select handover_to_first_benefit(date '2025-09-30', null) is null;
