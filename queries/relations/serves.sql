-- Which objective each benefit serves: that of the register, else the first that Dependencies name.
create or replace macro serves() as table
    select
        benefits.benefit_id,
        coalesce(min(objectives.objective_id), min(edges.to_id)) as objective_id,
    from benefits
    left join objectives on objectives.objective_id = benefits.objective_id
    left join strategy_edges() as edges
        on
            edges.from_kind = 'benefit'
            and edges.from_id = benefits.benefit_id
            and edges.to_kind = 'objective'
    group by benefits.benefit_id
    having coalesce(min(objectives.objective_id), min(edges.to_id)) is not null;
