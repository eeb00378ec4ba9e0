-- What leads to what, as the sheet Dependencies says it: one row per edge, from what comes first to what
-- follows. Each end is known by its ID, else by its name; what is neither a project, a milestone, a benefit
-- nor an objective is a change (a capability, a change of how people work).
create or replace macro strategy_edges() as table
    with

    things as (

        select
            'project' as kind,
            project_id as id,
            project as name,
        from projects
        union all
        select
            'milestone' as kind,
            milestone_id as id,
            milestone as name,
        from milestones
        union all
        select
            'benefit' as kind,
            benefit_id as id,
            benefit as name,
        from benefits
        union all
        select
            'objective' as kind,
            objective_id as id,
            objective as name,
        from objectives

    ),

    by_id as (

        select
            id,
            min(kind) as kind,
        from things
        group by id

    ),

    -- A name that several things have means none of them.
    by_name as (

        select
            lower(trim(name)) as name,
            min(kind) as kind,
            min(id) as id,
        from things
        where name is not null
        group by lower(trim(name))
        having count(*) = 1

    ),

    ordered as (

        select distinct
            trim(case when kind = 'depends on' then "to" else "from" end) as first_said,
            trim(case when kind = 'depends on' then "from" else "to" end) as then_said,
        from dependencies

    )

    select
        coalesce(first_id.kind, first_name.kind, 'change') as from_kind,
        coalesce(first_id.id, first_name.id, ordered.first_said) as from_id,
        coalesce(then_id.kind, then_name.kind, 'change') as to_kind,
        coalesce(then_id.id, then_name.id, ordered.then_said) as to_id,
    from ordered
    left join by_id as first_id on first_id.id = ordered.first_said
    left join by_name as first_name on first_name.name = lower(ordered.first_said)
    left join by_id as then_id on then_id.id = ordered.then_said
    left join by_name as then_name on then_name.name = lower(ordered.then_said);
