-- M15a What slippage can say
-- formula: no plan, complete (all of the plan realized), not due (nothing planned to date or realized), nothing realized, not measured, or under way
-- edge cases: null for disbenefits and for benefits that are not money
-- source: M15, edge cases
create or replace macro slippage_state(realized, planned, planned_lifetime) as
case
    when planned_lifetime <= 0 then 'no plan'
    when realized >= planned_lifetime then 'complete'
    when realized > 0 then 'under way'
    when planned = 0 then 'not due'
    when realized <= 0 then 'nothing realized'
    when planned_lifetime > 0 then 'not measured'
end;

-- tests
select slippage_state(140, 300, 600) = 'under way';
select slippage_state(600, 600, 600) = 'complete';
select slippage_state(700, 600, 600) = 'complete';
select slippage_state(0, 0, 600) = 'not due';
select slippage_state(10, 0, 600) = 'under way';
select slippage_state(0, 100, 600) = 'nothing realized';
select slippage_state(0, 0, 0) = 'no plan';
select slippage_state(null, 100, 600) = 'not measured';
select slippage_state(null, null, null) is null;
