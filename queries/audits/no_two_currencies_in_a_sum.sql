-- What is added up belongs to one program, so to one currency and price base.
select
    attribution.scope,
    attribution.program_id,
    attribution.project_id,
    benefits.benefit_id,
    benefits.program_id as benefit_program_id,
from attributions as attribution
inner join benefits on benefits.benefit_id = attribution.benefit_id
where benefits.program_id <> attribution.program_id
