-- rating: Late
-- formula: the realization rate against the thresholds
-- edge cases: grey when not due, stale, or less than half of the due cells are measured
-- source: Rating; late is M3, shown with M15
create or replace macro rated_late(realized, planned, coverage_reached, is_stale, green_from, amber_from) as
    case
        when coverage_reached >= 0.5 and not coalesce(is_stale, false)
            then rated(score(realized, planned), green_from, amber_from)
        else 'grey'
    end;

-- tests
select rated_late(140, 300, 1, false, 0.9, 0.7) = 'red';
select rated_late(180, 200, 0.75, false, 0.9, 0.7) = 'green';
select rated_late(180, 200, 0.49, false, 0.9, 0.7) = 'grey';
select rated_late(180, 200, 1, true, 0.9, 0.7) = 'grey';
select rated_late(0, 0, null, false, 0.9, 0.7) = 'grey';
