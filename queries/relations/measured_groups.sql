-- Every measure of benefits added up, gross and net: one row per group that has benefits.
--   wanted_date, wanted_case, wanted_program   as for benefits_at
--   wanted_project                             a project's share, or null for the whole
--   grouped_by                                 currency, program or project (with what is attributed to none)
--   green_from, amber_from                     thresholds of the rating
create or replace macro measured_groups(
    wanted_date, wanted_case, wanted_program, wanted_project, grouped_by, green_from, amber_from
) as table
    with

    -- Benefits and disbenefits of a group apart: a row each.
    members as (

        select
            whose.benefit_group,
            whose.scope,
            whose.program_id as member_program,
            whose.project_id as member_project,
            whose.case_version,
            whose.is_benefit,
            whose.benefits,
            whose.planned_lifetime,
            whose.first_planned_at,
            programs.currency,
            programs.price_base,
            case when grouped_by <> 'currency' then whose.program_id end as program_id,
            case when grouped_by = 'project' then whose.project_id end as project_id,
            grouped_by = 'project' and whose.scope = 'unattributed' as is_unattributed,
        from benefit_groups as whose
        inner join programs on programs.program_id = whose.program_id
        inner join case_choices
            on
                case_choices.program_id = whose.program_id
                and case_choices.case_version = whose.case_version
        where
            case_choices.case_name = wanted_case
            and case_choices.from_date <= wanted_date
            and case_choices.to_date > wanted_date
            and (wanted_program is null or whose.program_id = wanted_program)
            and (
                (wanted_project is null and grouped_by <> 'project' and whose.scope = 'whole')
                or (wanted_project is null and grouped_by = 'project' and whose.scope <> 'whole')
                or (whose.scope = 'project' and whose.project_id = wanted_project)
            )

    ),

    sums as (

        select
            members.currency,
            members.price_base,
            members.program_id,
            members.project_id,
            members.is_unattributed,
            cast(sum(members.benefits) as bigint) as benefits,
            bool_or(state.has_forecast) as has_forecast,
            max(state.last_measured) as last_measured,
            min(members.first_planned_at) as first_planned_at,
            max(state.reached_at) as reached_at,
            cast(coalesce(sum(state.due_cells) filter (where state.is_benefit), 0) as bigint)
                as gross_due_cells,
            cast(coalesce(sum(state.measured_cells) filter (where state.is_benefit), 0) as bigint)
                as gross_measured_cells,
            cast(sum(state.due_cells) as bigint) as net_due_cells,
            cast(sum(state.measured_cells) as bigint) as net_measured_cells,
            coalesce(sum(state.planned_to_date) filter (where state.is_benefit), 0) as gross_planned_to_date,
            known_realized(
                coalesce(sum(state.realized_to_date) filter (where state.is_benefit), 0),
                coalesce(sum(state.due_cells) filter (where state.is_benefit), 0),
                max(state.last_measured) filter (where state.is_benefit)
            ) as gross_realized_to_date,
            coalesce(sum(state.verified_to_date) filter (where state.is_benefit), 0)
                as gross_verified_to_date,
            coalesce(sum(state.planned_on_measured) filter (where state.is_benefit), 0)
                as gross_planned_on_measured,
            coalesce(sum(state.realized_on_measured) filter (where state.is_benefit), 0)
                as gross_realized_on_measured,
            coalesce(sum(members.planned_lifetime) filter (where state.is_benefit), 0)
                as gross_planned_lifetime,
            coalesce(sum(state.outlook) filter (where state.is_benefit), 0) as gross_outlook,
            coalesce(sum(state.weighted_outlook) filter (where state.is_benefit), 0)
                as gross_weighted_outlook,
            coalesce(sum(state.planned_to_date), 0) as net_planned_to_date,
            known_realized(
                coalesce(sum(state.realized_to_date), 0), sum(state.due_cells), max(state.last_measured)
            )
                as net_realized_to_date,
            coalesce(sum(state.verified_to_date), 0) as net_verified_to_date,
            coalesce(sum(state.planned_on_measured), 0) as net_planned_on_measured,
            coalesce(sum(state.realized_on_measured), 0) as net_realized_on_measured,
            coalesce(sum(members.planned_lifetime), 0) as net_planned_lifetime,
            coalesce(sum(state.outlook), 0) as net_outlook,
            coalesce(sum(state.weighted_outlook), 0) as net_weighted_outlook,
            coalesce(sum(state.leakage), 0) as gross_leakage,
        from members
        inner join group_slices as state
            on state.benefit_group = members.benefit_group and state.is_benefit = members.is_benefit
        where state.from_date <= wanted_date and state.to_date > wanted_date
        group by
            members.currency,
            members.price_base,
            members.program_id,
            members.project_id,
            members.is_unattributed

    ),

    -- The gross plan of each member as a line; of one program or project it is known where it was reached.
    lines as (

        select
            members.currency,
            members.price_base,
            path.starts_at,
            path.ends_at,
            path.start_value,
            path.end_value,
        from members
        inner join plan_paths as path
            on
                path.scope = members.scope
                and path.program_id = members.member_program
                and path.project_id is not distinct from members.member_project
                and path.case_version = members.case_version
        where grouped_by = 'currency' and members.is_benefit

    ),

    -- Lines of several programs are laid on one another: how steep their sum is between any two turns.
    turns as (

        select
            currency,
            price_base,
            position,
            sum(slope) as slope,
        from (
            select
                currency,
                price_base,
                unnest([starts_at, ends_at]) as position,
                (end_value - start_value) / (ends_at - starts_at) * unnest([1, -1]) as slope,
            from lines
        ) as both_ends
        group by currency, price_base, position

    ),

    steepness as (

        select
            currency,
            price_base,
            position as starts_at,
            lead(position) over along as ends_at,
            sum(slope) over along as slope,
        from turns
        window along as (
            partition by currency, price_base
            order by position rows between unbounded preceding and current row
        )

    ),

    rises as (

        select
            currency,
            price_base,
            starts_at,
            ends_at,
            sum(slope * (ends_at - starts_at)) over along as end_value,
            end_value - slope * (ends_at - starts_at) as start_value,
        from steepness
        where ends_at is not null
        window along as (
            partition by currency, price_base
            order by starts_at rows between unbounded preceding and current row
        )

    ),

    -- The first piece that rises to what is realized; a hair's breadth is not a piece too far.
    reached as (

        select
            sums.currency,
            sums.price_base,
            arg_min(
                rises.starts_at
                + least(
                    ratio(
                        sums.gross_realized_to_date - rises.start_value, rises.end_value - rises.start_value
                    ),
                    1
                ) * (rises.ends_at - rises.starts_at),
                rises.starts_at
            ) as reached_at,
        from sums
        inner join rises
            on
                rises.currency = sums.currency
                and rises.price_base is not distinct from sums.price_base
                and rises.end_value >= cast(sums.gross_realized_to_date as double) * (1 - 1e-12)
        where sums.gross_realized_to_date > 0
        group by sums.currency, sums.price_base

    ),

    complete as (

        select
            sums.* exclude (reached_at),
            case when grouped_by = 'currency' then reached.reached_at else sums.reached_at end as reached_at,
            sums.gross_leakage + sums.net_outlook - sums.net_planned_lifetime as gross_upside,
            coverage(sums.gross_measured_cells, sums.gross_due_cells) as gross_coverage,
            coverage(sums.net_measured_cells, sums.net_due_cells) as net_coverage,
            slippage_state(
                sums.gross_realized_to_date, sums.gross_planned_to_date, sums.gross_planned_lifetime
            )
                as gross_slippage_state,
            score(sums.net_realized_to_date, sums.net_planned_to_date) as late_score,
            score(sums.net_outlook, sums.net_planned_lifetime) as lost_score,
        from sums
        left join reached
            on reached.currency = sums.currency and reached.price_base is not distinct from sums.price_base

    ),

    -- A layer of its own: a score that is compared twice is else worked out for each.
    rated as (

        select
            *,
            rated_late(late_score, net_coverage, false, green_from, amber_from) as late,
            rated_lost(lost_score, net_coverage, false, has_forecast, green_from, amber_from) as lost,
        from complete

    )

    select
        *,
        realization_rate(gross_realized_to_date, gross_planned_to_date) as gross_realization_rate,
        realization_rate(net_realized_to_date, net_planned_to_date) as net_realization_rate,
        variance_to_date(gross_realized_to_date, gross_planned_to_date) as gross_variance_to_date,
        variance_to_date(net_realized_to_date, net_planned_to_date) as net_variance_to_date,
        realized_share_of_life(gross_realized_to_date, gross_planned_lifetime)
            as gross_realized_share_of_life,
        realized_share_of_life(net_realized_to_date, net_planned_lifetime) as net_realized_share_of_life,
        lifetime_realization(gross_outlook, gross_planned_lifetime) as gross_lifetime_realization,
        lifetime_realization(net_outlook, net_planned_lifetime) as net_lifetime_realization,
        variance_at_completion(gross_outlook, gross_planned_lifetime) as gross_variance_at_completion,
        variance_at_completion(net_outlook, net_planned_lifetime) as net_variance_at_completion,
        measured_rate(gross_realized_on_measured, gross_planned_on_measured) as gross_measured_rate,
        measured_rate(net_realized_on_measured, net_planned_on_measured) as net_measured_rate,
        verified_share(gross_verified_to_date, gross_realized_to_date) as gross_verified_share,
        verified_share(net_verified_to_date, net_realized_to_date) as net_verified_share,
        slippage_months(wanted_date, gross_slippage_state, reached_at, first_planned_at)
            as gross_slippage_months,
        overall_rating(late, lost) as rating,
        rating_driver(late, lost) as rating_driver,
    from rated;
