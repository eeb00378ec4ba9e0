-- M3a What the realization rate can say
-- formula: due when something is planned to date; else early when something is realized, else not due
-- edge cases: null for benefits that are not money
-- source: M3, edge cases
create or replace macro realization_state(realized, planned) as
case
    when planned <> 0 then 'due'
    when realized <> 0 then 'early'
    when planned = 0 then 'not due'
end;

-- tests
select realization_state(10, 100) = 'due';
select realization_state(0, 100) = 'due';
select realization_state(10, 0) = 'early';
select realization_state(0, 0) = 'not due';
select realization_state(null, null) is null;
