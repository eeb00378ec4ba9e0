-- M10 Coverage
-- means: How many of the values due by now were measured at all.
-- formula: cells measured / cells due
-- edge cases: null when nothing is due; a cell is due when its period is to date and its planned value is not zero, and measured when a realized value that is not missing covers it or lies in it
-- source: M10
create or replace macro coverage(measured_cells, due_cells) as
ratio(measured_cells, due_cells);

-- tests
select coverage(3, 4) = 0.75;
select coverage(0, 0) is null;
select coverage(0, 4) = 0;
