-- Which risks count, and where. The register has no dates: a risk is open unless its status says that it is
-- over. A risk that was escalated counts where it was escalated to, once, as long as that one is open.
create table risk_standings as
with recursive

standing as (

    select
        risk_id,
        program_id,
        project_id,
        escalated_from,
        coalesce(
            lower(trim(status)) not in (
                'avoided',
                'canceled',
                'cancelled',
                'closed',
                'done',
                'expired',
                'inactive',
                'issue',
                'materialised',
                'materialized',
                'occurred',
                'rejected',
                'resolved',
                'retired',
                'withdrawn'
            ),
            true
        ) as is_open,
    from risks

),

-- From a risk to those it came from, nearest first. Register entries that lead in a circle end by their depth.
origins as (

    select
        risk_id,
        escalated_from as origin_id,
        is_open,
        1 as steps,
    from standing
    where escalated_from is not null

    union all

    select
        origins.risk_id,
        standing.escalated_from as origin_id,
        origins.is_open,
        origins.steps + 1 as steps,
    from origins
    inner join standing on standing.risk_id = origins.origin_id
    where standing.escalated_from is not null and origins.steps < 12

),

-- A circle carries nothing elsewhere: nothing of it may be lost.
carriers as (

    select
        origins.origin_id,
        arg_min(origins.risk_id, (origins.steps, origins.risk_id)) as carried_by,
    from origins
    left join origins as circle
        on circle.risk_id = origins.origin_id and circle.origin_id = origins.risk_id
    where origins.is_open and circle.risk_id is null and origins.risk_id <> origins.origin_id
    group by origins.origin_id

)

select
    standing.risk_id,
    standing.program_id,
    standing.is_open,
    carriers.carried_by,
    standing.is_open and carriers.carried_by is null as is_counted,
    case
        when standing.project_id is not null then 'project'
        when standing.escalated_from is not null then 'escalated'
        else 'program'
    end as level,
from standing
left join carriers on carriers.origin_id = standing.risk_id
order by standing.program_id, standing.risk_id;
