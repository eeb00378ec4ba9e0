-- What can a filter be set to?
with

things as (

    select
        'program' as kind,
        program_id as id,
        program as name,
        program_id,
    from programs

    union all

    select
        'project' as kind,
        project_id as id,
        project as name,
        program_id,
    from projects

    union all

    select
        'benefit' as kind,
        benefit_id as id,
        benefit as name,
        program_id,
    from benefits

)

select
    kind,
    id,
    name,
    program_id,
    count(*) over () as matches,
from things
where
    ($kind is null or kind = $kind)
    and ($program_id is null or program_id = $program_id)
    and is_named_like($search, name, id)
    and (len(cast($ids as varchar[])) = 0 or id in (select unnest(cast($ids as varchar[]))))
order by kind, lower(coalesce(name, id)), id
limit
    $rows offset $skip
