-- When were the benefits to arrive, when did they, and when will they?
with

whose as (

    select
        attribution.scope,
        attribution.program_id,
        attribution.project_id,
        programs.currency,
        programs.price_base,
        case_choices.case_version,
    from (
        select distinct
            scope,
            program_id,
            project_id,
        from attributions
        where
            ($program_id is null or program_id = $program_id)
            and (
                ($project_id is null and scope = 'whole') or (scope = 'project' and project_id = $project_id)
            )
    ) as attribution
    inner join programs on programs.program_id = attribution.program_id
    inner join case_choices on case_choices.program_id = attribution.program_id
    where
        case_choices.case_name = $case
        and case_choices.from_date <= $as_of
        and case_choices.to_date > $as_of

),

planned as (

    select
        whose.currency,
        whose.price_base,
        total.period_end,
        total.net as planned_net,
        total.gross as planned_gross,
        null as realized_net,
        null as realized_gross,
        null as to_come_net,
        null as to_come_gross,
    from whose
    inner join planned_totals as total
        on
            total.scope = whose.scope
            and total.program_id = whose.program_id
            and total.project_id is not distinct from whose.project_id
            and total.case_version = whose.case_version

),

realized as (

    select
        whose.currency,
        whose.price_base,
        total.period_end,
        null as planned_net,
        null as planned_gross,
        total.net as realized_net,
        total.gross as realized_gross,
        null as to_come_net,
        null as to_come_gross,
    from whose
    inner join realized_totals as total
        on
            total.scope = whose.scope
            and total.program_id = whose.program_id
            and total.project_id is not distinct from whose.project_id
    where total.period_end <= $as_of

),

to_come as (

    select
        whose.currency,
        whose.price_base,
        total.period_end,
        null as planned_net,
        null as planned_gross,
        null as realized_net,
        null as realized_gross,
        total.net as to_come_net,
        total.gross as to_come_gross,
    from whose
    inner join outlook_totals as total
        on
            total.scope = whose.scope
            and total.program_id = whose.program_id
            and total.project_id is not distinct from whose.project_id
            and total.case_version = whose.case_version
    where
        total.period_end > $as_of
        and total.from_date <= $as_of
        and total.to_date > $as_of

),

by_period as (

    select
        currency,
        price_base,
        period_end,
        coalesce(sum(planned_net), 0) as planned_net,
        coalesce(sum(planned_gross), 0) as planned_gross,
        coalesce(sum(realized_net), 0) as realized_net,
        coalesce(sum(realized_gross), 0) as realized_gross,
        coalesce(sum(to_come_net), 0) as to_come_net,
        coalesce(sum(to_come_gross), 0) as to_come_gross,
    from (
        select * from planned
        union all
        select * from realized
        union all
        select * from to_come
    ) as events
    group by currency, price_base, period_end

)

select
    currency,
    price_base,
    period_end,
    cast(sum(planned_net) over up_to_here as decimal(38, 12)) as planned,
    case when period_end <= $as_of then cast(sum(realized_net) over up_to_here as decimal(38, 12)) end
        as realized,
    cast(sum(realized_net + to_come_net) over up_to_here as decimal(38, 12)) as outlook,
    cast(sum(planned_gross) over up_to_here as decimal(38, 12)) as gross_planned,
    case when period_end <= $as_of then cast(sum(realized_gross) over up_to_here as decimal(38, 12)) end
        as gross_realized,
    cast(sum(realized_gross + to_come_gross) over up_to_here as decimal(38, 12)) as gross_outlook,
from by_period
window
    up_to_here as (
        partition by currency, price_base order by period_end rows between unbounded preceding and current row
    )
order by currency, price_base, period_end
