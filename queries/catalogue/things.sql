-- What can a filter be set to?
select
    'program' as kind,
    program_id as id,
    program as name,
    program_id,
from programs
where $program_id is null or program_id = $program_id

union all

select
    'project' as kind,
    project_id as id,
    project as name,
    program_id,
from projects
where $program_id is null or program_id = $program_id

union all

select
    'benefit' as kind,
    benefit_id as id,
    benefit as name,
    program_id,
from benefits
where $program_id is null or program_id = $program_id

order by program_id, kind, id
