-- rating: Late, for a measure that is not money
-- formula: the progress index against the thresholds; a measure to maintain is green inside its tolerance and red outside
-- edge cases: grey when stale, when less than half of the due cells are measured, and when no progress was planned yet
-- source: Rating; M13
create or replace macro rated_progress(
    index_reached, is_maintained, coverage_reached, is_stale, green_from, amber_from
) as
case
    when coalesce(is_stale, false) or coverage_reached < 0.5 then 'grey'
    when is_maintained is not null then case when is_maintained then 'green' else 'red' end
    when coverage_reached is not null then rated(index_reached, green_from, amber_from)
    else 'grey'
end;

-- tests
select rated_progress(0.75, null, 1, false, 0.9, 0.7) = 'amber';
select rated_progress(0.95, null, 1, true, 0.9, 0.7) = 'grey';
select rated_progress(0.95, null, 0.4, false, 0.9, 0.7) = 'grey';
select rated_progress(0.95, null, null, false, 0.9, 0.7) = 'grey';
select rated_progress(null, null, 1, false, 0.9, 0.7) = 'grey';
select rated_progress(null, true, null, false, 0.9, 0.7) = 'green';
select rated_progress(null, false, 1, false, 0.9, 0.7) = 'red';
