-- The plans whose cells are to be measured, and by whom: the chosen case of each benefit.
--   wanted_date, wanted_case, wanted_program   as for benefits_at
--   wanted_project                             one project's benefits, or null for all
create or replace macro measuring_plans(wanted_date, wanted_case, wanted_program, wanted_project) as table
    select
        benefit_plans.plan,
        benefits.program_id,
        benefits.benefit_id,
        benefits.benefit,
        benefits.owner,
        benefits.owner_until,
        coalesce(benefits.owner_until < wanted_date, false) as owner_left,
        attribution.weight,
    from attributions_of(wanted_program, wanted_project) as attribution
    inner join benefits on benefits.benefit_id = attribution.benefit_id
    inner join benefit_plans on benefit_plans.benefit_id = attribution.benefit_id
    inner join case_choices
        on
            case_choices.program_id = benefit_plans.program_id
            and case_choices.case_version = benefit_plans.case_version
            and case_choices.case_name = wanted_case
            and case_choices.from_date <= wanted_date
            and case_choices.to_date > wanted_date;
