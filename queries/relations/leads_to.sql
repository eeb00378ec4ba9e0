-- Everything that leads to something: the sheet Dependencies, and where it says nothing, which project
-- contributes to a benefit and what a benefit starts after.
create or replace macro leads_to() as table
    select
        from_kind,
        from_id,
        to_kind,
        to_id,
    from strategy_edges()

    union

    select
        'project' as from_kind,
        project_id as from_id,
        'benefit' as to_kind,
        benefit_id as to_id,
    from attributions
    where scope = 'project'

    union

    select
        case when projects.project_id is not null then 'project' else 'milestone' end as from_kind,
        benefits.starts_after as from_id,
        'benefit' as to_kind,
        benefits.benefit_id as to_id,
    from benefits
    left join projects on projects.project_id = benefits.starts_after
    where benefits.starts_after is not null;
