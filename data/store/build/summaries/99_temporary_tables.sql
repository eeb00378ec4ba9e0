-- What only the making of the summaries needs.
drop table benefit_traits;
drop table plans;
drop table planned_cells;
drop table realized_cells;
drop table forecast_cells;
drop table measured_cells;
drop table actual_states;
drop table plan_steps;
drop table lines;
drop table line_parts;
drop table line_totals;
drop table outlook_changes;
drop table group_states;
