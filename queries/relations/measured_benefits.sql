-- Every measure of every benefit on a status date: one row per benefit, money by the share asked for.
--   wanted_date, wanted_case, wanted_program   as for benefits_at
--   wanted_project                             a project's share, or null for the whole
--   green_from, amber_from                     thresholds of the rating
--   wanted_benefits                            the ids of those wanted, or null for all
create or replace macro measured_benefits(
    wanted_date, wanted_case, wanted_program, wanted_project, green_from, amber_from, wanted_benefits := null
) as table
    with

    -- What does not depend on the share: a weight is never zero and cancels out of every ratio.
    described as (

        select
            state.program_id,
            state.benefit_id,
            state.case_version,
            state.is_benefit,
            state.is_monetary,
            state.due_cells,
            state.measured_cells,
            state.last_due,
            state.last_measured,
            state.outlook_method,
            state.forecast_as_of,
            state.first_planned_start,
            state.last_planned_end,
            state.first_realized_start,
            state.next_forecast_start,
            state.planned_to_date,
            state.realized_to_date as counted_to_date,
            known_realized(state.realized_to_date, state.due_cells, state.last_measured) as realized_to_date,
            state.verified_to_date,
            state.planned_on_measured,
            state.realized_on_measured,
            state.planned_lifetime,
            state.outlook,
            state.weighted_outlook,
            benefits.benefit,
            benefits.kind,
            benefits.value_type,
            benefits.class,
            benefits.unit,
            benefits.owner,
            benefits.owner_until,
            benefits.objective_id,
            benefits.lifecycle,
            benefits.direction,
            benefits.baseline_value,
            benefits.target_value,
            benefits.target_date,
            benefits.tolerance,
            benefits.value_basis,
            benefits.aggregation,
            benefits.cadence,
            benefits.starts_after,
            benefits.sustain_until,
            benefits.evidence_source,
            programs.currency,
            programs.price_base,
            attribution.weight,
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
            coverage(state.measured_cells, state.due_cells) as coverage,
            is_stale(wanted_date, state.last_measured, state.last_due, benefits.cadence) as is_stale,
            case
                when state.is_benefit
                    then
                        slippage_state(
                            known_realized(state.realized_to_date, state.due_cells, state.last_measured),
                            state.planned_to_date,
                            state.planned_lifetime
                        )
            end as slippage_state,
            score(state.realized_to_date, state.planned_to_date) as late_score,
            score(state.outlook, state.planned_lifetime) as lost_score,
            state.reached_at,
        from benefits_at(wanted_date, wanted_case, wanted_program, wanted_benefits) as state
        inner join attributions_of(wanted_program, wanted_project) as attribution
            on attribution.benefit_id = state.benefit_id
        inner join benefits on benefits.benefit_id = state.benefit_id
        inner join programs on programs.program_id = state.program_id
        left join progress_points as actual
            on
                actual.benefit_id = state.benefit_id
                and actual.case_version is null
                and actual.from_date <= wanted_date
                and actual.to_date > wanted_date
        left join progress_points as path
            on
                path.benefit_id = state.benefit_id
                and path.case_version = state.case_version
                and path.from_date <= wanted_date
                and path.to_date > wanted_date

    ),

    rated as materialized (

        select
            *,
            progress_index(actual_value, path_value, baseline_value, target_value) as progress_index,
            case when direction = 'maintain' then is_maintained(actual_value, target_value, tolerance) end
                as is_maintained,
            case
                when is_monetary then rated_late(late_score, coverage, is_stale, green_from, amber_from)
                else rated_progress(progress_index, is_maintained, coverage, is_stale, green_from, amber_from)
            end as late,
            case
                when is_monetary
                    then
                        rated_lost(
                            lost_score,
                            coverage,
                            is_stale,
                            outlook_method = 'forecast',
                            green_from,
                            amber_from
                        )
            end as lost,
        from described

    )

    select
        program_id,
        benefit_id,
        case_version,
        is_monetary,
        due_cells,
        measured_cells,
        last_measured,
        outlook_method,
        forecast_as_of,
        first_planned_start,
        last_planned_end,
        first_realized_start,
        next_forecast_start,
        benefit,
        kind,
        value_type,
        class,
        unit,
        owner,
        owner_until,
        objective_id,
        lifecycle,
        direction,
        baseline_value,
        target_value,
        target_date,
        tolerance,
        value_basis,
        aggregation,
        cadence,
        starts_after,
        sustain_until,
        evidence_source,
        currency,
        price_base,
        weight,
        coverage,
        is_stale,
        actual_value,
        path_value,
        slippage_state,
        late,
        lost,
        attributed(rated.planned_to_date, weight) as planned_to_date,
        attributed(rated.realized_to_date, weight) as realized_to_date,
        attributed(rated.verified_to_date, weight) as verified_to_date,
        attributed(rated.planned_on_measured, weight) as planned_on_measured,
        attributed(rated.realized_on_measured, weight) as realized_on_measured,
        attributed(rated.planned_lifetime, weight) as planned_lifetime,
        attributed(rated.outlook, weight) as outlook,
        attributed(rated.weighted_outlook, weight) as weighted_outlook,
        attributed(variance_to_date(rated.realized_to_date, rated.planned_to_date), weight)
            as variance_to_date,
        attributed(variance_to_date(rated.counted_to_date, rated.planned_to_date), weight)
            as counted_variance_to_date,
        attributed(variance_at_completion(rated.outlook, rated.planned_lifetime), weight)
            as variance_at_completion,
        attributed(leakage(rated.planned_lifetime, rated.outlook), weight) as leakage,
        attributed(upside(rated.planned_lifetime, rated.outlook), weight) as upside,
        realization_rate(rated.realized_to_date, rated.planned_to_date) as realization_rate,
        realization_state(rated.realized_to_date, rated.planned_to_date) as realization_state,
        realized_share_of_life(rated.realized_to_date, rated.planned_lifetime) as realized_share_of_life,
        lifetime_realization(rated.outlook, rated.planned_lifetime) as lifetime_realization,
        measured_rate(rated.realized_on_measured, rated.planned_on_measured) as measured_rate,
        verified_share(rated.verified_to_date, rated.realized_to_date) as verified_share,
        slippage_months(wanted_date, slippage_state, reached_at, months_at_start_of(first_planned_start))
            as slippage_months,
        first_benefit_slip(first_planned_start, first_realized_start, next_forecast_start)
            as first_benefit_slip_months,
        progress(actual_value, baseline_value, target_value) as progress,
        progress(path_value, baseline_value, target_value) as planned_progress,
        progress_index,
        is_maintained,
        overall_rating(late, lost) as rating,
        rating_driver(late, lost) as rating_driver,
    from rated;
