-- What has a schedule and no benefit, and what is a benefit without a schedule?
with

listed_milestones as (
    select distinct project_id from milestones
),

scheduled as (
    select
        projects.project_id,
        projects.project,
        projects.program_id,
    from projects
    left join listed_milestones on listed_milestones.project_id = projects.project_id
    where
        coalesce(
            projects.baseline_start,
            projects.baseline_finish,
            projects.forecast_finish,
            projects.actual_finish
        ) is not null
        or listed_milestones.project_id is not null
),

named as (
    select
        benefit_id,
        project_id,
    from contributions
    union
    select
        benefits.benefit_id,
        coalesce(milestones.project_id, projects.project_id) as project_id,
    from benefits
    left join milestones on milestones.milestone_id = benefits.starts_after
    left join projects on projects.project_id = benefits.starts_after
    where milestones.project_id is not null or projects.project_id is not null
),

linked as (
    select
        named.benefit_id,
        count(scheduled.project_id) as scheduled_projects,
        string_agg(distinct named.project_id, ', ' order by named.project_id) as projects,
    from named
    left join scheduled on scheduled.project_id = named.project_id
    group by named.benefit_id
),

projects_alone as (
    select
        'project' as kind,
        scheduled.project_id as id,
        scheduled.project as name,
        scheduled.program_id,
        'no benefit names it' as lacks,
    from scheduled
    inner join projects on projects.project_id = scheduled.project_id
    where
        scheduled.project_id not in (select named.project_id from named)
        and projects.status is distinct from 'cancelled'
),

benefits_alone as (
    select
        'benefit' as kind,
        benefits.benefit_id as id,
        benefits.benefit as name,
        benefits.program_id,
        case
            when linked.benefit_id is null then 'it names no project'
            else 'no dates are known of ' || linked.projects
        end as lacks,
    from benefits
    left join linked on linked.benefit_id = benefits.benefit_id
    where coalesce(linked.scheduled_projects, 0) = 0 and benefits.lifecycle is distinct from 'cancelled'
),

alone as (
    select * from projects_alone
    union all
    select * from benefits_alone
),

-- A program has both sides when each has something that waits for the other.
sides as (
    select
        program_id,
        count(distinct kind) = 2 as both_wait,
    from alone
    group by program_id
)

select
    alone.kind,
    alone.id,
    alone.name,
    alone.program_id,
    programs.program,
    alone.lacks,
    case
        when sides.both_wait then 'link'
        when alone.kind = 'project' then 'load the register'
        else 'load the schedule'
    end as next_step,
from alone
inner join sides on sides.program_id = alone.program_id
inner join programs on programs.program_id = alone.program_id
where
    ($program_id is null or alone.program_id = $program_id)
    and (
        $project_id is null
        or alone.id = $project_id
        or exists (
            select 1 from named
            where named.benefit_id = alone.id and named.project_id = $project_id
        )
    )
order by alone.kind desc, alone.program_id, alone.name, alone.id
