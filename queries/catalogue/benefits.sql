-- Which benefits are there?
select
    benefits.benefit_id,
    benefits.program_id,
    benefits.benefit,
    benefits.kind,
    benefits.value_type,
    benefits.owner,
from benefits
inner join attributions_of($program_id, $project_id) as attribution
    on attribution.benefit_id = benefits.benefit_id
order by benefits.program_id, benefits.benefit_id
