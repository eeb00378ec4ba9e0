-- How did the business case change?
with

totals as (

    select
        program_id,
        case_version,
        sum(net) as net_planned,
        sum(gross) as gross_planned,
        min(period_start) as first_period_start,
        max(period_end) as last_period_end,
    from planned_totals
    where scope = 'whole' and ($program_id is null or program_id = $program_id)
    group by program_id, case_version

)

select
    version.program_id,
    version.case_version,
    version.label,
    version.approved_on,
    version.approved_by,
    version.reason,
    programs.currency,
    programs.price_base,
    version.ordinal = 1 as is_original,
    choice.case_version is not null as is_current,
    totals.net_planned,
    totals.gross_planned,
    totals.net_planned - lag(totals.net_planned) over by_approval as net_change,
    totals.first_period_start,
    totals.last_period_end,
from case_versions as version
inner join programs on programs.program_id = version.program_id
left join totals on totals.program_id = version.program_id and totals.case_version = version.case_version
left join case_choices as choice
    on
        choice.program_id = version.program_id
        and choice.case_version = version.case_version
        and choice.case_name = 'current'
        and choice.from_date <= $as_of
        and choice.to_date > $as_of
where version.case_version <> '' and ($program_id is null or version.program_id = $program_id)
window by_approval as (partition by version.program_id order by version.ordinal)
order by version.program_id, version.ordinal
