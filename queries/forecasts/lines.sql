-- What did each earlier forecast of the program expect?
with

vintages as (select * from program_vintages($as_of, $case, $program_id, $project_id)),

points as (

    select
        program_id,
        forecast_as_of,
        case when is_to_come then period_end else forecast_as_of end as period_end,
        cast(null as decimal(38, 12)) as planned,
        gross as outlook,
    from vintages

    union all

    select
        total.program_id,
        null as forecast_as_of,
        total.period_end,
        total.gross as planned,
        null as outlook,
    from planned_totals as total
    inner join case_choices as choice
        on choice.program_id = total.program_id and choice.case_version = total.case_version
    where
        choice.case_name = $case
        and choice.from_date <= $as_of
        and choice.to_date > $as_of
        and ($program_id is null or total.program_id = $program_id)
        and (
            ($project_id is null and total.scope = 'whole')
            or (total.scope = 'project' and total.project_id = $project_id)
        )

    union all

    -- A forecast begins where it was made, be it with nothing realized.
    select distinct
        program_id,
        forecast_as_of,
        forecast_as_of as period_end,
        cast(null as decimal(38, 12)) as planned,
        0 as outlook,
    from vintages

),

added as (

    select
        program_id,
        forecast_as_of,
        period_end,
        sum(planned) as planned,
        sum(outlook) as outlook,
    from points
    group by program_id, forecast_as_of, period_end

)

select
    added.program_id,
    programs.currency,
    added.forecast_as_of,
    added.period_end,
    cast(sum(added.planned) over so_far as decimal(38, 12)) as planned,
    cast(sum(added.outlook) over so_far as decimal(38, 12)) as outlook,
from added
inner join programs on programs.program_id = added.program_id
window
    so_far as (
        partition by added.program_id, added.forecast_as_of
        order by added.period_end
        rows between unbounded preceding and current row
    )
order by added.program_id, added.forecast_as_of nulls first, added.period_end
