-- helper: A ratio of two sums
-- formula: part / whole
-- edge cases: null when the whole is zero or unknown; never 0 or 100%, never infinite; zero has no sign
-- source: rules for all metrics
create or replace macro ratio(part, whole) as
cast(part as double) / nullif(cast(whole as double), 0) + 0e0;

-- tests
select ratio(1, 4) = 0.25;
select ratio(5, 0) is null;
select ratio(0, 0) is null;
select ratio(null, 4) is null;
select ratio(4, null) is null;
select ratio(0, 4) = 0;
select cast(ratio(0, -4) as varchar) = '0.0';
