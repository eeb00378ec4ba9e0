-- helper: The terms of a scenario in which nothing but these is changed
-- formula: a struct with a field for each driver
-- edge cases: adoption 1, no slip, no growth and no step of the rate leave everything as it is expected; a slip below zero is to an earlier day; the costs of the slipped project stay unless they are told to move
-- source: What if
create or replace macro scenario_of(
    name,
    rate,
    schedule,
    convention,
    optimism_bias,
    mitigated,
    adoption := 1,
    adoption_benefit := null,
    slip_project := null,
    slip_months := 0,
    slip_costs := 'stay',
    cost_growth := 0,
    rate_step := 0
) as
struct_pack(
    name := cast(name as varchar),
    rate := cast(rate as double),
    schedule := schedule,
    convention := convention,
    optimism_bias := cast(optimism_bias as decimal(9, 6)),
    mitigated := cast(mitigated as decimal(9, 6)),
    adoption := cast(adoption as decimal(9, 6)),
    adoption_benefit := cast(adoption_benefit as varchar),
    slip_project := cast(slip_project as varchar),
    slip_months := cast(slip_months as integer),
    moves_costs := slip_costs = 'move',
    cost_growth := cast(cost_growth as decimal(9, 6)),
    rate_step := cast(rate_step as double)
);

-- tests
select scenario_of('a', 0.05, 'flat', 'annual', 0.1, 0).optimism_bias = 0.1;
select scenario_of('a', null, 'flat', 'annual', 0, 0).rate is null;
select scenario_of('a', 0.05, 'flat', 'annual', 0, 0, slip_project := 'P', slip_months := 3).slip_months = 3;
select scenario_of('a', 0.05, 'flat', 'annual', 0, 0, cost_growth := 0.1).adoption = 1;
select scenario_of('a', 0.05, 'flat', 'annual', 0, 0, slip_months := -3).slip_months = -3;
select not scenario_of('a', 0.05, 'flat', 'annual', 0, 0, slip_project := 'P').moves_costs;
select scenario_of('a', 0.05, 'flat', 'annual', 0, 0, slip_costs := 'move').moves_costs;
select scenario_of('a', 0.05, 'flat', 'annual', 0, 0, rate_step := 0.01).rate_step = 0.01;
