-- What the open risks come to, added up: one row per group that has any in its register.
--   wanted_date, wanted_case, wanted_program, wanted_project   as for risks_at
--   grouped_by                                                 currency, program or project
-- Money of the risks that count: a program's own, those escalated to it once, and those of its projects that
-- were not. The rows of a program by project, the program's own (without a project) among them, add up to it.
create or replace macro risk_groups(
    wanted_date, wanted_case, wanted_program, wanted_project, grouped_by
) as table
    with

    listed as (

        select
            *,
            case when grouped_by <> 'currency' then program_id end as group_program,
            case when grouped_by = 'project' then project_id end as group_project,
        from risks_at(wanted_date, wanted_case, wanted_program, wanted_project)

    )

    select
        currency,
        price_base,
        group_program as program_id,
        group_project as project_id,
        count(*) as risks,
        count(*) filter (where is_open) as open_risks,
        count(*) filter (where is_counted) as counted_risks,
        count(*) filter (where is_open and carried_by is not null) as carried_risks,
        count(*) filter (where is_counted and exposure is null) as risks_without_estimate,
        count(*) filter (where is_counted and project_has_ended) as risks_of_ended_projects,
        cast(exposed(exposure, is_counted) as decimal(38, 12)) as exposure,
        cast(exposed(exposure, is_counted and level = 'program') as decimal(38, 12)) as exposure_program,
        cast(exposed(exposure, is_counted and level = 'escalated') as decimal(38, 12)) as exposure_escalated,
        cast(exposed(exposure, is_counted and level = 'project') as decimal(38, 12)) as exposure_project,
        cast(exposed(exposure, is_open and carried_by is not null) as decimal(38, 12)) as exposure_carried,
        cast(exposed(exposure_low, is_counted) as decimal(38, 12)) as exposure_low,
        cast(exposed(exposure_high, is_counted) as decimal(38, 12)) as exposure_high,
        arg_max(risk, (exposure, risk_id)) filter (where is_counted and exposure is not null) as largest_risk,
    from listed
    group by currency, price_base, group_program, group_project;
