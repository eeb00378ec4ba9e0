-- M3 Realization rate
-- means: How much of what was due by now has arrived.
-- formula: realized to date / planned to date
-- edge cases: null when nothing is planned to date (not due, or early when something is realized); above 100% is allowed
-- source: M3; NAO, shared service centres: 90 of 320 is 28.1%
create or replace macro realization_rate(realized, planned) as
ratio(realized, planned);

-- tests
select realization_rate(140, 300) = 140 / 300;
select realization_rate(90, 320) = 0.28125;
select realization_rate(120, 100) = 1.2;
select realization_rate(0, 0) is null;
select realization_rate(10, 0) is null;
select realization_rate(0, 100) = 0;
