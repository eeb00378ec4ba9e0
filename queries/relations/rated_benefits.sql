-- Where every benefit stands on a status date, and no more: one narrow row per benefit, whole amounts. For
-- what ranks, counts or filters benefits; what else is shown of them is then asked of those few only.
--   parameters as for measured_benefits
create or replace macro rated_benefits(
    wanted_date, wanted_case, wanted_program, wanted_project, green_from, amber_from
) as table
    with

    stood as (

        select
            state.program_id,
            state.benefit_id,
            state.is_benefit,
            state.is_monetary,
            state.last_measured,
            state.reached_at,
            state.first_planned_start,
            state.planned_to_date,
            state.realized_to_date as counted_to_date,
            state.planned_lifetime,
            state.outlook,
            state.outlook_method,
            attribution.weight,
            benefits.benefit,
            benefits.class,
            benefits.owner,
            known_realized(state.realized_to_date, state.due_cells, state.last_measured) as realized_to_date,
            coverage(state.measured_cells, state.due_cells) as coverage,
            is_stale(wanted_date, state.last_measured, state.last_due, benefits.cadence) as is_stale,
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
            progress_index(actual_value, path_value, benefits.baseline_value, benefits.target_value)
                as progress_index,
            case
                when benefits.direction = 'maintain'
                    then is_maintained(actual_value, benefits.target_value, benefits.tolerance)
            end as is_maintained,
            score(state.realized_to_date, state.planned_to_date) as late_score,
            score(state.outlook, state.planned_lifetime) as lost_score,
        from benefits_at(wanted_date, wanted_case, wanted_program) as state
        inner join attributions_of(wanted_program, wanted_project) as attribution
            on attribution.benefit_id = state.benefit_id
        inner join benefits on benefits.benefit_id = state.benefit_id
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

    -- Materialized, so that a filter on a rating is not taken apart down to the cells.
    rated as materialized (

        select
            program_id,
            benefit_id,
            is_benefit,
            is_monetary,
            weight,
            benefit,
            class,
            owner,
            coverage,
            is_stale,
            last_measured,
            reached_at,
            first_planned_start,
            planned_to_date,
            counted_to_date,
            realized_to_date,
            planned_lifetime,
            outlook,
            progress_index,
            case
                when is_monetary then rated_late(late_score, coverage, is_stale, green_from, amber_from)
                else
                    rated_progress(
                        progress_index,
                        is_maintained,
                        coverage,
                        is_stale,
                        green_from,
                        amber_from
                    )
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
        from stood

    )

    select
        *,
        overall_rating(late, lost) as rating,
    from rated;
