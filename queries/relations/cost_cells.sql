-- What the projects and the program itself cost, row by row of the budget.
--   wanted_date      the status date
--   wanted_case      original: the baseline; current: the approved budget of today
--   wanted_program   a program, or null for all
--   wanted_project   a project's own costs, or null for all
-- The outlook of a period is what was spent, else the forecast, else what is approved; nothing more of a
-- project that had ended before. Unknown is null.
create or replace macro cost_cells(wanted_date, wanted_case, wanted_program, wanted_project) as table
    select
        budget.program_id,
        budget.project_id,
        budget.cost_type,
        budget.period_start,
        budget.period_end,
        budget.period_end > wanted_date as is_to_come,
        case
            when wanted_case = 'original' then budget.baseline
            else coalesce(budget.current, budget.baseline)
        end as planned,
        case when budget.period_end <= wanted_date then budget.actual end as realized,
        coalesce(
            realized,
            budget.forecast,
            case
                when
                    not has_ended(projects.status, projects.closed_on, wanted_date)
                    or projects.closed_on >= budget.period_start
                    then coalesce(budget.current, budget.baseline)
            end
        ) as outlook,
    from budget
    left join projects on projects.project_id = budget.project_id
    where
        (wanted_program is null or budget.program_id = wanted_program)
        and (wanted_project is null or budget.project_id = wanted_project);
