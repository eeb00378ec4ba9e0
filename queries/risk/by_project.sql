-- Where does the exposure sit: in the projects, or with the program itself?
select
    listed.program_id,
    listed.project_id,
    coalesce(projects.project, 'Program level') as project,
    projects.status,
    projects.closed_on,
    listed.currency,
    listed.price_base,
    listed.risks,
    listed.open_risks,
    listed.counted_risks,
    listed.carried_risks,
    listed.risks_without_estimate,
    listed.risks_of_ended_projects,
    listed.exposure,
    listed.exposure_program,
    listed.exposure_escalated,
    listed.exposure_project,
    listed.exposure_carried,
    listed.exposure_low,
    listed.exposure_high,
    listed.largest_risk,
from risk_groups($as_of, $case, $program_id, $project_id, 'project') as listed
left join projects on projects.project_id = listed.project_id
order by listed.program_id, listed.project_id nulls last
