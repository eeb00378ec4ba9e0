-- Which project drives which benefit and which objective?
with

state as materialized (

    select *
    from benefits_at($as_of, $case, $program_id)
    where is_benefit

),

edges as materialized (

    select *
    from strategy_edges()

),

-- What each project brings of each benefit.
parts as (

    select
        attribution.program_id,
        attribution.project_id,
        attribution.benefit_id,
        attributed(state.outlook, attribution.weight) as outlook,
        attributed(state.realized_to_date, attribution.weight) as realized,
    from attributions as attribution
    inner join state on state.benefit_id = attribution.benefit_id
    where attribution.scope = 'project' and ($project_id is null or attribution.project_id = $project_id)

),

-- Changes that lie between a project, or one of its milestones, and a benefit: the first by name.
from_projects as (

    select distinct
        coalesce(milestones.project_id, edges.from_id) as project_id,
        edges.to_id as change,
    from edges
    left join milestones on edges.from_kind = 'milestone' and milestones.milestone_id = edges.from_id
    where edges.from_kind in ('project', 'milestone') and edges.to_kind = 'change'

),

routes as (

    select
        from_projects.project_id,
        edges.to_id as benefit_id,
        min(from_projects.change) as change,
    from from_projects
    inner join edges
        on edges.from_id = from_projects.change and edges.from_kind = 'change' and edges.to_kind = 'benefit'
    group by from_projects.project_id, edges.to_id

),

routed as (

    select
        parts.*,
        routes.change,
    from parts
    left join routes on routes.project_id = parts.project_id and routes.benefit_id = parts.benefit_id

),

served as (

    select
        state.program_id,
        state.benefit_id,
        serves.objective_id,
        state.outlook,
        state.realized_to_date as realized,
    from state
    inner join serves() as serves on serves.benefit_id = state.benefit_id
    where $project_id is null or state.benefit_id in (select benefit_id from parts)

),

links as (

    select
        program_id,
        0 as source_layer,
        project_id as source_id,
        1 as target_layer,
        change as target_id,
        sum(outlook) as outlook,
        sum(realized) as realized,
    from routed
    where change is not null
    group by program_id, project_id, change

    union all

    select
        program_id,
        1 as source_layer,
        change as source_id,
        2 as target_layer,
        benefit_id as target_id,
        sum(outlook) as outlook,
        sum(realized) as realized,
    from routed
    where change is not null
    group by program_id, change, benefit_id

    union all

    select
        program_id,
        0 as source_layer,
        project_id as source_id,
        2 as target_layer,
        benefit_id as target_id,
        outlook,
        realized,
    from routed
    where change is null

    union all

    select
        program_id,
        2 as source_layer,
        benefit_id as source_id,
        3 as target_layer,
        objective_id as target_id,
        outlook,
        realized,
    from served

),

-- What each thing comes to: a benefit by itself, the others by the links that carry them.
things as (

    select
        program_id,
        0 as layer,
        project_id as id,
        sum(outlook) as outlook,
        sum(realized) as realized,
    from parts
    group by program_id, project_id

    union all

    select
        program_id,
        1 as layer,
        change as id,
        sum(outlook) as outlook,
        sum(realized) as realized,
    from routed
    where change is not null
    group by program_id, change

    union all

    select
        program_id,
        2 as layer,
        benefit_id as id,
        outlook,
        realized_to_date as realized,
    from state

    union all

    select
        program_id,
        3 as layer,
        objective_id as id,
        sum(outlook) as outlook,
        sum(realized) as realized,
    from served
    group by program_id, objective_id

),

named as (

    select
        things.*,
        coalesce(projects.project, benefits.benefit, objectives.objective, things.id) as name,
    from things
    left join projects on things.layer = 0 and projects.project_id = things.id
    left join benefits on things.layer = 2 and benefits.benefit_id = things.id
    left join objectives on things.layer = 3 and objectives.objective_id = things.id

)

select
    programs.currency,
    programs.price_base,
    links.program_id,
    links.source_layer,
    links.source_id,
    source.name as source,
    cast(source.outlook as decimal(38, 12)) as source_outlook,
    cast(source.realized as decimal(38, 12)) as source_realized,
    links.target_layer,
    links.target_id,
    target.name as target,
    cast(target.outlook as decimal(38, 12)) as target_outlook,
    cast(target.realized as decimal(38, 12)) as target_realized,
    cast(links.outlook as decimal(38, 12)) as outlook,
    cast(links.realized as decimal(38, 12)) as realized,
    ratio(links.realized, links.outlook) as realized_share,
from links
inner join programs on programs.program_id = links.program_id
inner join named as source
    on
        source.program_id = links.program_id
        and source.layer = links.source_layer
        and source.id = links.source_id
inner join named as target
    on
        target.program_id = links.program_id
        and target.layer = links.target_layer
        and target.id = links.target_id
order by
    links.program_id,
    links.source_layer,
    links.outlook desc nulls last,
    links.source_id,
    links.target_id
