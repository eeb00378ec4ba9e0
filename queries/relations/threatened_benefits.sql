-- Benefits that open risks threaten, each once with all its risks: one row per benefit in money.
-- Parameters as for risks_at; the program is the benefit's, whose risks may lie in others. With a project, the benefits that its own risks threaten.
create or replace macro threatened_benefits(wanted_date, wanted_case, wanted_program, wanted_project) as table
    with

    threats as (

        select
            benefit_id,
            any_value(benefit) as benefit,
            any_value(benefit_remaining) as remaining,
            list(cast(share_left as double) order by risk_id) filter (where share_left is not null)
                as shares_left,
            count(*) as risks,
            count(*) filter (where share_left is null) as risks_without_share,
            arg_max(risk, (benefit_impact * probability, risk_id)) as largest_risk,
        from risks_at(wanted_date, wanted_case, null, wanted_project)
        where is_counted and benefit_remaining is not null
        group by benefit_id

    )

    select
        benefits.program_id,
        programs.currency,
        programs.price_base,
        threats.benefit_id,
        threats.benefit,
        benefits.owner,
        benefits.owner_until,
        threats.remaining,
        share_at_risk(threats.shares_left) as share_at_risk,
        benefit_at_risk(threats.remaining, threats.shares_left) as at_risk,
        threats.risks,
        threats.risks_without_share,
        threats.largest_risk,
    from threats
    inner join benefits on benefits.benefit_id = threats.benefit_id
    inner join programs on programs.program_id = benefits.program_id
    where wanted_program is null or benefits.program_id = wanted_program;
