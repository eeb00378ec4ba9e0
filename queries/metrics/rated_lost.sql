-- rating: Lost
-- formula: the score of the outlook against all planned, against the thresholds
-- edge cases: grey when stale, when less than half of the due cells are measured, and when nothing is due and no forecast says otherwise
-- source: Rating; lost is M7
create or replace macro rated_lost(
    score_reached, coverage_reached, is_stale, has_forecast, green_from, amber_from
) as
case
    when coalesce(coverage_reached >= 0.5, has_forecast) and not coalesce(is_stale, false)
        then rated(score_reached, green_from, amber_from)
    else 'grey'
end;

-- tests
select rated_lost(0.71, 1, false, true, 0.9, 0.7) = 'amber';
select rated_lost(1, null, false, false, 0.9, 0.7) = 'grey';
select rated_lost(0.66, null, false, true, 0.9, 0.7) = 'red';
select rated_lost(1, 0.4, false, true, 0.9, 0.7) = 'grey';
select rated_lost(1, 1, true, true, 0.9, 0.7) = 'grey';
select rated_lost(null, 1, false, true, 0.9, 0.7) = 'grey';
