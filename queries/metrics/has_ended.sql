-- helper: Whether a project had ended by a date
-- formula: its status is closed or cancelled, and it was closed on or before that date
-- edge cases: closed without a closing date has ended, on a date nobody knows; a project that closes later has not ended yet
-- source: model: Status, Closed on
create or replace macro has_ended(status, closed_on, as_of) as
coalesce(status in ('closed', 'cancelled') and (closed_on is null or closed_on <= as_of), false);

-- tests
select has_ended('closed', date '2025-09-30', date '2025-09-30');
select has_ended('cancelled', date '2025-09-30', date '2026-03-31');
select has_ended('closed', null, date '2026-03-31');
select not has_ended('closed', date '2025-09-30', date '2025-09-29');
select not has_ended('active', date '2025-09-30', date '2026-03-31');
select not has_ended(null, date '2025-09-30', date '2026-03-31');
