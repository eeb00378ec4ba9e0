-- When the money of a program starts: year 0 is the first fiscal year in which it planned, paid or received
-- anything, in any case version, at any date, so that parts and versions have the same one.
create table money_clocks as
with

moments as (

    select
        program_id,
        min(period_end) as first_end,
    from (
        select
            program_id,
            period_end,
        from planned_totals
        where net <> 0 or gross <> 0
        union all
        select
            program_id,
            period_end,
        from realized_totals
        where net <> 0 or gross <> 0
        union all
        select
            program_id,
            period_end,
        from budget
        where baseline <> 0 or current <> 0 or actual <> 0 or forecast <> 0
    ) as moving
    group by program_id

),

started as (

    select
        programs.program_id,
        coalesce(programs.fiscal_year_start_month, 1) as start_month,
        year(moments.first_end)
        + case
            when
                programs.fiscal_year_start_month > 1
                and month(moments.first_end) >= programs.fiscal_year_start_month
                then 1
            else 0
        end as year_0,
    from programs
    inner join moments on moments.program_id = programs.program_id
    where moments.first_end < date '9999-12-31'

)

select
    program_id,
    year_0,
    make_date(year_0 - case when start_month > 1 then 1 else 0 end, start_month, 1) as starts_on,
from started
order by program_id;

-- From when on anything is due of what a project, or none, has in each case version; null when nothing is.
create table plan_starts as
select
    program_id,
    project_id,
    case_version,
    min(case when net <> 0 then period_end end) as first_due,
from planned_totals
where scope <> 'whole'
group by program_id, project_id, case_version
order by program_id, project_id, case_version;
