-- Every measure of benefits added up, gross and net: one row per group that has benefits.
--   wanted_date, wanted_case, wanted_program   as for benefits_at
--   wanted_project                             a project's share, or null for the whole
--   grouped_by                                 currency, program or project (with what is attributed to none)
--   green_from, amber_from                     thresholds of the rating
create or replace macro measured_groups(
    wanted_date, wanted_case, wanted_program, wanted_project, grouped_by, green_from, amber_from
) as table
    with

    members as (

        select
            attribution.scope,
            attribution.benefit_id,
            attribution.weight,
            attribution.program_id as member_program,
            attribution.project_id as member_project,
            programs.currency,
            programs.price_base,
            case when grouped_by <> 'currency' then attribution.program_id end as program_id,
            case when grouped_by = 'project' then attribution.project_id end as project_id,
            grouped_by = 'project' and attribution.scope = 'unattributed' as is_unattributed,
        from attributions as attribution
        inner join programs on programs.program_id = attribution.program_id
        where
            (wanted_program is null or attribution.program_id = wanted_program)
            and (
                (wanted_project is null and grouped_by <> 'project' and attribution.scope = 'whole')
                or (wanted_project is null and grouped_by = 'project' and attribution.scope <> 'whole')
                or (attribution.scope = 'project' and attribution.project_id = wanted_project)
            )

    ),

    sums as (

        select
            members.currency,
            members.price_base,
            members.program_id,
            members.project_id,
            members.is_unattributed,
            count(*) as benefits,
            coalesce(bool_or(state.outlook_method = 'forecast'), false) as has_forecast,
            max(state.last_measured) as last_measured,
            min(state.first_planned_start) filter (where state.is_benefit) as first_planned_start,
            cast(coalesce(sum(state.due_cells) filter (where state.is_benefit), 0) as bigint)
                as gross_due_cells,
            cast(coalesce(sum(state.measured_cells) filter (where state.is_benefit), 0) as bigint)
                as gross_measured_cells,
            cast(sum(state.due_cells) as bigint) as net_due_cells,
            cast(sum(state.measured_cells) as bigint) as net_measured_cells,
            gross(state.planned_to_date, members.weight, state.is_benefit) as gross_planned_to_date,
            known_realized(
                gross(state.realized_to_date, members.weight, state.is_benefit),
                coalesce(sum(state.due_cells) filter (where state.is_benefit), 0),
                max(state.last_measured) filter (where state.is_benefit)
            ) as gross_realized_to_date,
            gross(state.verified_to_date, members.weight, state.is_benefit) as gross_verified_to_date,
            gross(state.planned_on_measured, members.weight, state.is_benefit) as gross_planned_on_measured,
            gross(state.realized_on_measured, members.weight, state.is_benefit) as gross_realized_on_measured,
            gross(state.planned_lifetime, members.weight, state.is_benefit) as gross_planned_lifetime,
            gross(state.outlook, members.weight, state.is_benefit) as gross_outlook,
            gross(state.weighted_outlook, members.weight, state.is_benefit) as gross_weighted_outlook,
            net(state.planned_to_date, members.weight) as net_planned_to_date,
            known_realized(
                net(state.realized_to_date, members.weight), sum(state.due_cells), max(state.last_measured)
            ) as net_realized_to_date,
            net(state.verified_to_date, members.weight) as net_verified_to_date,
            net(state.planned_on_measured, members.weight) as net_planned_on_measured,
            net(state.realized_on_measured, members.weight) as net_realized_on_measured,
            net(state.planned_lifetime, members.weight) as net_planned_lifetime,
            net(state.outlook, members.weight) as net_outlook,
            net(state.weighted_outlook, members.weight) as net_weighted_outlook,
            net(leakage(state.planned_lifetime, state.outlook), members.weight) as gross_leakage,
            net(upside(state.planned_lifetime, state.outlook), members.weight) as gross_upside,
        from benefits_at(wanted_date, wanted_case, wanted_program) as state
        inner join members on members.benefit_id = state.benefit_id
        where state.is_monetary
        group by
            members.currency,
            members.price_base,
            members.program_id,
            members.project_id,
            members.is_unattributed

    ),

    -- The gross plan of each member as a line, in the case that was chosen.
    lines as (

        select
            whose.currency,
            whose.price_base,
            whose.program_id,
            whose.project_id,
            whose.is_unattributed,
            path.starts_at,
            path.ends_at,
            path.start_value,
            path.end_value,
        from (
            select distinct
                scope,
                member_program,
                member_project,
                currency,
                price_base,
                program_id,
                project_id,
                is_unattributed,
            from members
        ) as whose
        inner join plan_paths as path
            on
                path.scope = whose.scope
                and path.program_id = whose.member_program
                and path.project_id is not distinct from whose.member_project
        inner join case_choices
            on case_choices.program_id = path.program_id and case_choices.case_version = path.case_version
        where
            case_choices.case_name = wanted_case
            and case_choices.from_date <= wanted_date
            and case_choices.to_date > wanted_date

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
            where grouped_by = 'currency'
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
            slope * (ends_at - starts_at) as rise,
            sum(slope * (ends_at - starts_at)) over along as end_value,
        from steepness
        where ends_at is not null
        window along as (
            partition by currency, price_base
            order by starts_at rows between unbounded preceding and current row
        )

    ),

    paths as (

        select
            currency,
            price_base,
            program_id,
            project_id,
            is_unattributed,
            starts_at,
            ends_at,
            start_value,
            end_value,
        from lines
        where grouped_by <> 'currency'

        union all

        select
            currency,
            price_base,
            null as program_id,
            null as project_id,
            false as is_unattributed,
            starts_at,
            ends_at,
            end_value - rise as start_value,
            end_value,
        from rises

    ),

    -- The first piece that rises to what is realized; a hair's breadth is not a piece too far.
    reached as (

        select
            sums.currency,
            sums.price_base,
            sums.program_id,
            sums.project_id,
            sums.is_unattributed,
            min(paths.starts_at) as first_planned_at,
            arg_min(
                paths.starts_at
                + least(
                    ratio(
                        sums.gross_realized_to_date - paths.start_value, paths.end_value - paths.start_value
                    ),
                    1
                ) * (paths.ends_at - paths.starts_at),
                paths.starts_at
            ) filter (
                where
                sums.gross_realized_to_date > 0
                and paths.end_value >= cast(sums.gross_realized_to_date as double) * (1 - 1e-12)
            ) as reached_at,
        from sums
        inner join paths
            on
                paths.currency = sums.currency
                and paths.price_base is not distinct from sums.price_base
                and paths.program_id is not distinct from sums.program_id
                and paths.project_id is not distinct from sums.project_id
                and paths.is_unattributed = sums.is_unattributed
        group by sums.currency, sums.price_base, sums.program_id, sums.project_id, sums.is_unattributed

    ),

    complete as (

        select
            sums.*,
            reached.first_planned_at,
            reached.reached_at,
            coverage(sums.gross_measured_cells, sums.gross_due_cells) as gross_coverage,
            coverage(sums.net_measured_cells, sums.net_due_cells) as net_coverage,
            slippage_state(
                sums.gross_realized_to_date, sums.gross_planned_to_date, sums.gross_planned_lifetime
            )
                as gross_slippage_state,
            rated_late(
                score(sums.net_realized_to_date, sums.net_planned_to_date),
                net_coverage,
                false,
                green_from,
                amber_from
            ) as late,
            rated_lost(
                score(sums.net_outlook, sums.net_planned_lifetime),
                net_coverage,
                false,
                sums.has_forecast,
                green_from,
                amber_from
            ) as lost,
        from sums
        left join reached
            on
                reached.currency = sums.currency
                and reached.price_base is not distinct from sums.price_base
                and reached.program_id is not distinct from sums.program_id
                and reached.project_id is not distinct from sums.project_id
                and reached.is_unattributed = sums.is_unattributed

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
    from complete;
