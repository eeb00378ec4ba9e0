-- How did the costs change?
select
    coalesce(later.currency, earlier.currency) as currency,
    coalesce(later.price_base, earlier.price_base) as price_base,
    earlier.baseline as baseline_before,
    later.baseline as baseline_after,
    cast(later.baseline - earlier.baseline as decimal(38, 12)) as baseline_change,
    earlier.current_budget as current_budget_before,
    later.current_budget as current_budget_after,
    cast(later.current_budget - earlier.current_budget as decimal(38, 12)) as current_budget_change,
    earlier.actual_to_date as actual_to_date_before,
    later.actual_to_date as actual_to_date_after,
    cast(later.actual_to_date - earlier.actual_to_date as decimal(38, 12)) as actual_to_date_change,
    earlier.cost_to_come as cost_to_come_before,
    later.cost_to_come as cost_to_come_after,
    cast(later.cost_to_come - earlier.cost_to_come as decimal(38, 12)) as cost_to_come_change,
    earlier.expected_cost as expected_cost_before,
    later.expected_cost as expected_cost_after,
    cast(later.expected_cost - earlier.expected_cost as decimal(38, 12)) as expected_cost_change,
    earlier.contingency as contingency_before,
    later.contingency as contingency_after,
    cast(later.contingency - earlier.contingency as decimal(38, 12)) as contingency_change,
    earlier.contingency_left as contingency_left_before,
    later.contingency_left as contingency_left_after,
    cast(later.contingency_left - earlier.contingency_left as decimal(38, 12)) as contingency_left_change,
    earlier.cost_ratio as cost_ratio_before,
    later.cost_ratio as cost_ratio_after,
    earlier.cost_coverage as cost_coverage_before,
    later.cost_coverage as cost_coverage_after,
    earlier.cost_performance as cost_performance_before,
    later.cost_performance as cost_performance_after,
from before as earlier
full join after as later
    on
        later.currency is not distinct from earlier.currency
        and later.price_base is not distinct from earlier.price_base
order by 1, 2
