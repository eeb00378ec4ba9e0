-- Which projects are there?
select
    project_id,
    program_id,
    project,
    status,
    closed_on,
from projects
where ($program_id is null or program_id = $program_id) and ($project_id is null or project_id = $project_id)
order by program_id, project_id
