-- What does each program pay and receive, year by year?
with

steps as (

    select
        *,
        count(net) over of_series > 0 as has_benefits,
        count(costs) over of_series > 0 as has_costs,
    from
        money_steps(
            $as_of,
            $case,
            $program_id,
            $project_id,
            ['planned', 'outlook', 'realized'],
            [scenario_of('asked', $rate, $schedule, $convention, $optimism_bias, $mitigated)],
            false
        )
    window of_series as (partition by program_id, series)

),

known as (

    select
        steps.program_id,
        programs.currency,
        steps.series,
        steps.step,
        fiscal_year(steps.starts_on, programs.fiscal_year_start_month) as fiscal_year,
        steps.starts_on,
        case when steps.has_benefits then coalesce(steps.net, 0) end as benefits,
        case when steps.has_costs then coalesce(steps.costs, 0) end as costs,
        discount_factor(
            (terms.first_step + steps.step) / cast(terms.steps_a_year as double),
            terms.discount_rate,
            terms.is_declining
        ) as discount_factor,
    from steps
    inner join programs on programs.program_id = steps.program_id
    inner join
        discount_terms(
            $program_id,
            [scenario_of('asked', $rate, $schedule, $convention, $optimism_bias, $mitigated)]
        ) as terms
        on terms.program_id = steps.program_id
    where steps.step is not null and (steps.series <> 'realized' or steps.starts_on <= $as_of)

),

flows as (

    select
        *,
        cast(benefits - costs as decimal(38, 12)) as flow,
        cast(benefits - costs as double) * discount_factor as discounted_flow,
    from known

)

select
    program_id,
    currency,
    series,
    step,
    fiscal_year,
    starts_on,
    cast(benefits as decimal(38, 12)) as benefits,
    cast(costs as decimal(38, 12)) as costs,
    flow,
    case when flow is not null then cast(sum(flow) over so_far as decimal(38, 12)) end as cumulative_flow,
    discount_factor,
    discounted_flow,
    case when flow is not null then sum(discounted_flow) over so_far end as cumulative_discounted,
from flows
window
    so_far as (
        partition by program_id, series order by step rows between unbounded preceding and current row
    )
order by program_id, list_position(['planned', 'outlook', 'realized'], series), step
