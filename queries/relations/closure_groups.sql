-- What came after closing, added up by contribution weight, gross and net: one row per group with an
-- ended project in it. Cancelled projects are a group of their own, always.
--   wanted_date, wanted_case, wanted_program, wanted_project   as for ended_parts
--   grouped_by                                                 currency, program, project or benefit
create or replace macro closure_groups(
    wanted_date, wanted_case, wanted_program, wanted_project, grouped_by
) as table
    with

    parts as (

        select
            part.*,
            programs.currency,
            programs.price_base,
            case when grouped_by <> 'currency' then part.program_id end as group_program,
            case when grouped_by = 'project' then part.project_id end as group_project,
            case when grouped_by = 'benefit' then part.benefit_id end as group_benefit,
        from ended_parts(wanted_date, wanted_case, wanted_program, wanted_project) as part
        inner join programs on programs.program_id = part.program_id
        where part.is_monetary

    ),

    -- A benefit of two ended projects counts its cells once: since the first of them closed.
    by_benefit as (

        select
            currency,
            price_base,
            group_program,
            group_project,
            group_benefit,
            bucket,
            benefit_id,
            is_benefit,
            min(first_realized_start) as first_realized_start,
            max(last_measured) filter (where last_measured > closed_on) as last_measured,
            max(due_after) as due_after,
            max(measured_after) as measured_after,
            sum(attributed(planned_lifetime, weight)) as planned_lifetime,
            sum(attributed(planned_by_closing, weight)) as planned_by_closing,
            sum(attributed(realized_by_closing, weight)) as realized_by_closing,
            sum(attributed(planned_after, weight)) as planned_after,
            sum(attributed(realized_after, weight)) as realized_after,
            sum(attributed(to_come, weight)) as to_come,
            sum(attributed(planned_lifetime, weight)) filter (where is_dated) as dated_lifetime,
            sum(attributed(planned_by_closing, weight)) filter (where is_dated) as dated_by_closing,
        from parts
        group by
            currency,
            price_base,
            group_program,
            group_project,
            group_benefit,
            bucket,
            benefit_id,
            is_benefit

    ),

    sums as (

        select
            currency,
            price_base,
            group_program as program_id,
            group_project as project_id,
            group_benefit as benefit_id,
            bucket,
            count(*) as benefits,
            min(first_realized_start) filter (where is_benefit) as first_realized_start,
            max(last_measured) as last_measured,
            sum(due_after) filter (where is_benefit) as gross_due_cells,
            sum(measured_after) filter (where is_benefit) as gross_measured_cells,
            sum(due_after) as net_due_cells,
            sum(measured_after) as net_measured_cells,
            sum(planned_lifetime) filter (where is_benefit) as gross_planned_lifetime,
            sum(planned_lifetime) as net_planned_lifetime,
            sum(dated_lifetime) filter (where is_benefit) as gross_dated_lifetime,
            sum(dated_lifetime) as net_dated_lifetime,
            sum(dated_by_closing) filter (where is_benefit) as gross_dated_by_closing,
            sum(dated_by_closing) as net_dated_by_closing,
            sum(planned_by_closing) filter (where is_benefit) as gross_planned_by_closing,
            sum(planned_by_closing) as net_planned_by_closing,
            sum(realized_by_closing) filter (where is_benefit) as gross_realized_by_closing,
            sum(realized_by_closing) as net_realized_by_closing,
            sum(planned_after) filter (where is_benefit) as gross_planned_after,
            sum(planned_after) as net_planned_after,
            known_realized(
                sum(realized_after) filter (where is_benefit),
                coalesce(sum(due_after) filter (where is_benefit), 0),
                max(last_measured) filter (where is_benefit)
            ) as gross_realized_after,
            known_realized(sum(realized_after), coalesce(sum(due_after), 0), max(last_measured))
                as net_realized_after,
            sum(to_come) filter (where is_benefit) as gross_to_come,
            sum(to_come) as net_to_come,
        from by_benefit
        group by currency, price_base, group_program, group_project, group_benefit, bucket

    )

    select
        *,
        post_closure_rate(gross_realized_after, gross_planned_after) as gross_post_closure_rate,
        post_closure_rate(net_realized_after, net_planned_after) as net_post_closure_rate,
        share_after_closure(gross_dated_lifetime, gross_dated_by_closing) as gross_share_after_closure,
        share_after_closure(net_dated_lifetime, net_dated_by_closing) as net_share_after_closure,
        coverage(gross_measured_cells, gross_due_cells) as gross_coverage,
        coverage(net_measured_cells, net_due_cells) as net_coverage,
    from sums;
