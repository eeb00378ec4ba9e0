-- Every measure of every benefit on a status date: one row per benefit, money by the share asked for.
--   wanted_date, wanted_case, wanted_program   as for benefits_at
--   wanted_project                             a project's share, or null for the whole
--   green_from, amber_from                     thresholds of the rating
create or replace macro measured_benefits(
    wanted_date, wanted_case, wanted_program, wanted_project, green_from, amber_from
) as table
with

shares as (

    select
        state.* exclude (
            planned_to_date,
            realized_to_date,
            verified_to_date,
            planned_on_measured,
            realized_on_measured,
            planned_lifetime,
            outlook,
            weighted_outlook,
            leakage,
            upside,
        ),
        attribution.weight,
        attributed(state.planned_to_date, attribution.weight) as planned_to_date,
        attributed(state.realized_to_date, attribution.weight) as realized_to_date,
        attributed(state.verified_to_date, attribution.weight) as verified_to_date,
        attributed(state.planned_on_measured, attribution.weight) as planned_on_measured,
        attributed(state.realized_on_measured, attribution.weight) as realized_on_measured,
        attributed(state.planned_lifetime, attribution.weight) as planned_lifetime,
        attributed(state.outlook, attribution.weight) as outlook,
        attributed(state.weighted_outlook, attribution.weight) as weighted_outlook,
        attributed(state.leakage, attribution.weight) as leakage,
        attributed(state.upside, attribution.weight) as upside,
    from benefits_at(wanted_date, wanted_case, wanted_program) as state
    inner join attributions_of(wanted_program, wanted_project) as attribution
        on attribution.benefit_id = state.benefit_id

),

described as (

    select
        shares.*,
        benefits.* exclude (program_id, benefit_id),
        programs.currency,
        programs.price_base,
        coverage(shares.measured_cells, shares.due_cells) as coverage,
        brought_together(
            benefits.aggregation,
            benefits.value_basis,
            actual.last_value,
            actual.total_value,
            actual.readings,
            actual.highest_value,
            actual.lowest_value
        ) as actual_value,
        brought_together(
            benefits.aggregation,
            benefits.value_basis,
            path.last_value,
            path.total_value,
            path.readings,
            path.highest_value,
            path.lowest_value
        ) as path_value,
        is_stale(wanted_date, shares.last_measured, shares.last_due, benefits.cadence) as is_stale,
        case
            when shares.is_benefit
                then slippage_state(shares.realized_to_date, shares.planned_to_date, shares.planned_lifetime)
        end as slippage_state,
    from shares
    inner join benefits on benefits.benefit_id = shares.benefit_id
    inner join programs on programs.program_id = shares.program_id
    left join progress_points as actual
        on
            actual.benefit_id = shares.benefit_id
            and actual.case_version is null
            and actual.from_date <= wanted_date
            and actual.to_date > wanted_date
    left join progress_points as path
        on
            path.benefit_id = shares.benefit_id
            and path.case_version = shares.case_version
            and path.from_date <= wanted_date
            and path.to_date > wanted_date

),

progressed as (

    select
        *,
        progress(actual_value, baseline_value, target_value) as progress,
        progress(path_value, baseline_value, target_value) as planned_progress,
        progress_index(actual_value, path_value, baseline_value, target_value) as progress_index,
        case when direction = 'maintain' then is_maintained(actual_value, target_value, tolerance) end
            as is_maintained,
    from described

),

rated as (

    select
        *,
        case
            when is_monetary
                then
                    rated_late(
                        realized_to_date, planned_to_date, coverage, is_stale, green_from, amber_from
                    )
            else rated_progress(progress_index, is_maintained, coverage, is_stale, green_from, amber_from)
        end as late,
        case
            when is_monetary
                then
                    rated_lost(
                        outlook,
                        planned_lifetime,
                        coverage,
                        is_stale,
                        outlook_method = 'forecast',
                        green_from,
                        amber_from
                    )
        end as lost,
    from progressed

)

select
    *,
    realization_rate(realized_to_date, planned_to_date) as realization_rate,
    realization_state(realized_to_date, planned_to_date) as realization_state,
    variance_to_date(realized_to_date, planned_to_date) as variance_to_date,
    realized_share_of_life(realized_to_date, planned_lifetime) as realized_share_of_life,
    lifetime_realization(outlook, planned_lifetime) as lifetime_realization,
    variance_at_completion(outlook, planned_lifetime) as variance_at_completion,
    measured_rate(realized_on_measured, planned_on_measured) as measured_rate,
    verified_share(verified_to_date, realized_to_date) as verified_share,
    slippage_months(wanted_date, slippage_state, reached_at, months_at_start_of(first_planned_start))
        as slippage_months,
    first_benefit_slip(first_planned_start, first_realized_start, next_forecast_start)
        as first_benefit_slip_months,
    overall_rating(late, lost) as rating,
    rating_driver(late, lost) as rating_driver,
from rated;
