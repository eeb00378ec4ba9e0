-- M15 Slippage, months
-- means: How many months ago the case had promised what has arrived by now.
-- formula: status date - when the plan first reached what is realized now, linear within a period; on gross benefits
-- edge cases: nothing realized: status date - first planned date; complete, not due and no plan: null; below zero is ahead of plan
-- source: M15
create or replace macro slippage_months(as_of, state, reached_at, first_planned_at) as
round(
    months_at_end_of(as_of)
    - case state
        when 'under way' then reached_at
        when 'nothing realized' then first_planned_at
    end,
    9
);

-- tests
select slippage_months(date '2026-03-31', 'under way', 24300 + 3.4 * 3, 24306) = 4.8;
select slippage_months(date '2026-03-31', 'nothing realized', null, 24306) = 9;
select slippage_months(date '2026-03-31', 'complete', 24310, 24306) is null;
select slippage_months(date '2026-03-31', 'not due', null, 24320) is null;
select slippage_months(date '2026-03-31', 'under way', 24318, 24306) = -3;
