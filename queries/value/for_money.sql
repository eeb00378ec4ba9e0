-- What is each program worth: planned, as expected now, and so far?
with

worth as (

    select *
    from
        valued_programs(
            $as_of,
            $case,
            $program_id,
            $project_id,
            ['planned', 'outlook', 'realized'],
            [scenario_of('asked', $rate, $schedule, $convention, $optimism_bias, $mitigated)],
            false
        )

),

spent as (

    select
        program_id,
        count(*) filter (where is_due) as due_costs,
        count(actual) filter (where is_due) as known_costs,
    from costs_at($as_of, $case, $program_id, $project_id)
    group by program_id

),

measured as (

    select
        benefit_groups.program_id,
        coalesce(sum(slice.due_cells), 0) = 0 or sum(slice.measured_cells) > 0 as benefits_are_measured,
    from case_choices as choice
    inner join benefit_groups
        on
            benefit_groups.program_id = choice.program_id
            and benefit_groups.case_version = choice.case_version
            and benefit_groups.scope = 'whole'
    inner join group_slices as slice
        on
            slice.benefit_group = benefit_groups.benefit_group
            and slice.is_benefit = benefit_groups.is_benefit
            and slice.from_date <= $as_of
            and slice.to_date > $as_of
    where
        choice.case_name = $case
        and choice.from_date <= $as_of
        and choice.to_date > $as_of
        and ($program_id is null or choice.program_id = $program_id)
    group by benefit_groups.program_id

)

select
    worth.program_id,
    programs.program,
    programs.currency,
    programs.price_base,
    worth.series,
    choice.case_version,
    worth.year_0,
    worth.year_0_starts_on,
    worth.discount_rate,
    case when worth.is_declining then 'declining' else 'flat' end as schedule,
    worth.convention,
    cast(worth.benefits as decimal(38, 12)) as benefits,
    cast(worth.costs as decimal(38, 12)) as costs,
    cast(worth.benefits - worth.costs as decimal(38, 12)) as net_benefit,
    cast(worth.undated_benefits as decimal(38, 12)) as undated_benefits,
    cast(worth.undated_costs as decimal(38, 12)) as undated_costs,
    worth.benefits_present_value,
    worth.costs_present_value,
    worth.net_present_value,
    worth.benefit_cost_ratio,
    worth.return_on_investment,
    payback_years(worth.flow_by_step, worth.first_step, worth.steps_a_year) as payback_years,
    internal_rate_of_return(worth.flow_by_step, worth.steps_a_year) as internal_rate_of_return,
    internal_rate_state(worth.flow_by_step) as internal_rate_state,
    coalesce(spent.due_costs, 0) as due_costs,
    coalesce(spent.known_costs, 0) as known_costs,
    coalesce(measured.benefits_are_measured, true) as benefits_are_measured,
from worth
inner join programs on programs.program_id = worth.program_id
left join case_choices as choice
    on
        choice.program_id = worth.program_id
        and choice.case_name = $case
        and choice.from_date <= $as_of
        and choice.to_date > $as_of
left join spent on spent.program_id = worth.program_id
left join measured on measured.program_id = worth.program_id
order by worth.program_id, list_position(['planned', 'outlook', 'realized'], worth.series)
