-- In every period a program is the sum of its projects and of what is attributed to none.
with

periods as (

    select
        program_id,
        period_end,
        sum(net) filter (where scope = 'whole') as program_net,
        sum(net) filter (where scope <> 'whole') as projects_net,
        sum(gross) filter (where scope = 'whole') as program_gross,
        sum(gross) filter (where scope <> 'whole') as projects_gross,
    from (
        select
            scope,
            program_id,
            period_end,
            net,
            gross,
        from planned_totals
        union all
        select
            scope,
            program_id,
            period_end,
            net,
            gross,
        from realized_totals
    ) as totals
    group by program_id, period_end

)

select *
from periods
where program_net <> coalesce(projects_net, 0) or program_gross <> coalesce(projects_gross, 0)
