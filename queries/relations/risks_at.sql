-- Every risk with what it comes to on a status date: one row per risk, closed and escalated ones too.
--   wanted_date      the status date
--   wanted_case      original or current: whose remaining plan stands in where a benefit has no forecast
--   wanted_program   a program, or null for all
--   wanted_project   a project, or null for all and the programs' own
create or replace macro risks_at(wanted_date, wanted_case, wanted_program, wanted_project) as table
    select
        risks.risk_id,
        risks.program_id,
        risks.project_id,
        risks.risk,
        risks.category,
        risks.probability,
        risks.impact_low,
        risks.impact,
        risks.impact_high,
        risks.schedule_impact_days,
        risks.benefit_id,
        risks.benefit_impact,
        risks.response,
        risks.owner,
        risks.status,
        risks.proximity,
        risks.escalated_from,
        programs.program,
        programs.currency,
        programs.price_base,
        projects.project,
        has_ended(projects.status, projects.closed_on, wanted_date) as project_has_ended,
        standing.is_open,
        standing.carried_by,
        standing.is_counted,
        standing.level,
        exposure(risks.probability, risks.impact) as exposure,
        exposure(risks.probability, coalesce(risks.impact_low, risks.impact)) as exposure_low,
        exposure(risks.probability, coalesce(risks.impact_high, risks.impact)) as exposure_high,
        case when standing.is_counted then 1 - risks.probability * risks.benefit_impact end as share_left,
        benefits.benefit,
        -- Null, not 0, of a benefit that is not money.
        case
            when state.benefit_id is not null
                then cast(greatest(state.outlook - state.realized_to_date, 0) as decimal(38, 12))
        end as benefit_remaining,
        months_until(risks.proximity, wanted_date) as months_until,
    from risks
    inner join risk_standings as standing on standing.risk_id = risks.risk_id
    inner join programs on programs.program_id = risks.program_id
    left join projects on projects.project_id = risks.project_id
    left join benefits on benefits.benefit_id = risks.benefit_id
    left join benefits_at(wanted_date, wanted_case, null) as state
        on state.benefit_id = risks.benefit_id and state.is_monetary
    where
        (wanted_program is null or risks.program_id = wanted_program)
        and (wanted_project is null or risks.project_id = wanted_project);
