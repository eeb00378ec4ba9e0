-- What a group comes to on any date is what its benefits come to, by weight.
with

dates as (

    select
        whose.scope,
        whose.program_id,
        whose.project_id,
        whose.case_version,
        whose.is_benefit,
        whose.benefits,
        whose.planned_lifetime,
        slice.*,
    from benefit_groups as whose
    inner join group_slices as slice
        on slice.benefit_group = whose.benefit_group and slice.is_benefit = whose.is_benefit

),

outlooks as (

    select
        *,
        outlook(
            realized_to_date,
            still_to_come(
                outlook_method(forecast_cells), forecast_to_come, planned_lifetime - planned_to_date
            )
        ) as outlook,
        weighted_outlook(
            realized_to_date,
            weighted_to_come(
                outlook_method(forecast_cells), weighted_forecast_to_come, planned_lifetime - planned_to_date
            )
        ) as weighted_outlook,
    from standings()
    where is_monetary

),

added as (

    select
        dates.benefit_group,
        dates.is_benefit,
        dates.from_date,
        count(*) as benefits,
        net(state.planned_lifetime, attribution.weight) as planned_lifetime,
        net(state.planned_to_date, attribution.weight) as planned_to_date,
        net(state.realized_to_date, attribution.weight) as realized_to_date,
        net(state.verified_to_date, attribution.weight) as verified_to_date,
        net(state.planned_on_measured, attribution.weight) as planned_on_measured,
        net(state.realized_on_measured, attribution.weight) as realized_on_measured,
        net(state.outlook, attribution.weight) as outlook,
        net(state.weighted_outlook, attribution.weight) as weighted_outlook,
        net(leakage(state.planned_lifetime, state.outlook), attribution.weight) as leakage,
        sum(state.due_cells) as due_cells,
        sum(state.measured_cells) as measured_cells,
        bool_or(state.forecast_cells > 0) as has_forecast,
        max(state.last_measured) as last_measured,
    from dates
    inner join attributions as attribution
        on
            attribution.scope = dates.scope
            and attribution.program_id = dates.program_id
            and attribution.project_id is not distinct from dates.project_id
    inner join outlooks as state
        on
            state.benefit_id = attribution.benefit_id
            and state.case_version = dates.case_version
            and state.is_benefit = dates.is_benefit
            and state.from_date <= dates.from_date
            and state.to_date > dates.from_date
    group by dates.benefit_group, dates.is_benefit, dates.from_date

)

select
    dates.scope,
    dates.program_id,
    dates.project_id,
    dates.case_version,
    dates.from_date,
from dates
left join added
    on
        added.benefit_group = dates.benefit_group
        and added.is_benefit = dates.is_benefit
        and added.from_date = dates.from_date
where
    added.benefits is distinct from dates.benefits
    or added.planned_lifetime <> dates.planned_lifetime
    or added.planned_to_date <> dates.planned_to_date
    or added.realized_to_date <> dates.realized_to_date
    or added.verified_to_date <> dates.verified_to_date
    or added.planned_on_measured <> dates.planned_on_measured
    or added.realized_on_measured <> dates.realized_on_measured
    or added.outlook <> dates.outlook
    or added.weighted_outlook <> dates.weighted_outlook
    or added.leakage <> dates.leakage
    or added.due_cells <> dates.due_cells
    or added.measured_cells <> dates.measured_cells
    or added.has_forecast <> dates.has_forecast
    or added.last_measured is distinct from dates.last_measured
