-- rating: Late
-- formula: the score of realized against planned, to date, against the thresholds
-- edge cases: grey when not due, stale, or less than half of the due cells are measured
-- source: Rating; late is M3, shown with M15
create or replace macro rated_late(score_reached, coverage_reached, is_stale, green_from, amber_from) as
case
    when coverage_reached >= 0.5 and not coalesce(is_stale, false)
        then rated(score_reached, green_from, amber_from)
    else 'grey'
end;

-- tests
select rated_late(0.46, 1, false, 0.9, 0.7) = 'red';
select rated_late(0.9, 0.75, false, 0.9, 0.7) = 'green';
select rated_late(0.9, 0.49, false, 0.9, 0.7) = 'grey';
select rated_late(0.9, 1, true, 0.9, 0.7) = 'grey';
select rated_late(null, null, false, 0.9, 0.7) = 'grey';
