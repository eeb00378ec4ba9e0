-- Every row of the budget on a status date, with what it comes to: money of the program's currency.
--   wanted_date      the status date: only what is booked in periods that ended by then is actual
--   wanted_case      original: approved is the baseline; current: the budget as approved now
--   wanted_program   a program, or null for all
--   wanted_project   a project, or null for all and the program's own rows
-- A project with a row of cost type "whole life", however it is written, has its total there; its other rows
-- are parts of it.
-- A project that ended on a date nobody knows has ended by the status date.
create or replace macro costs_at(wanted_date, wanted_case, wanted_program, wanted_project) as table
    with

    whole_lives as (

        select distinct
            program_id,
            project_id,
        from budget
        where is_whole_life(cost_type) and project_id is not null

    ),

    cells as (

        select
            budget.program_id,
            budget.project_id,
            budget.cost_type,
            budget.period_start,
            budget.period_end,
            budget.baseline,
            coalesce(budget.current, budget.baseline) as current_budget,
            budget.actual,
            budget.forecast,
            budget.contingency,
            budget.contingency_drawn,
            case
                when has_ended(projects.status, projects.closed_on, wanted_date)
                    then coalesce(projects.closed_on, wanted_date)
            end as closed_on,
            min(
                case
                    when
                        budget.forecast is not null and budget.period_end > wanted_date
                        then budget.period_end
                end
            )
                over (partition by budget.program_id, budget.project_id, budget.cost_type)
                as forecast_from,
        from budget
        left join whole_lives
            on whole_lives.program_id = budget.program_id and whole_lives.project_id = budget.project_id
        left join projects on projects.project_id = budget.project_id
        where
            (wanted_program is null or budget.program_id = wanted_program)
            and (wanted_project is null or budget.project_id = wanted_project)
            and (whole_lives.project_id is null or is_whole_life(budget.cost_type))

    )

    select
        program_id,
        project_id,
        cost_type,
        period_start,
        period_end,
        period_end > wanted_date as is_to_come,
        baseline,
        current_budget,
        case when wanted_case = 'original' then baseline else current_budget end as approved,
        case when period_end <= wanted_date then actual end as actual,
        expected_cost(
            wanted_date, period_start, period_end, actual, forecast, current_budget, closed_on, forecast_from
        ) as expected,
        period_end <= wanted_date
        and coalesce(current_budget, 0) <> 0
        and coalesce(closed_on >= period_start, true)
            as is_due,
        forecast is null and (actual is null or period_end > wanted_date) as is_assumed,
        contingency,
        case when period_end <= wanted_date then contingency_drawn end as contingency_drawn,
    from cells;
