-- M13a The value of a measure so far
-- formula: by the benefit's aggregation: sum, average, last, max or min of its values to date
-- edge cases: without an aggregation the sum of values per period, and the last of any other
-- source: M13, model: Aggregation
create or replace macro brought_together(
    aggregation, value_basis, last_value, total_value, readings, highest_value, lowest_value
) as
case coalesce(aggregation, case when value_basis = 'per period' then 'sum' else 'last' end)
    when 'sum' then cast(total_value as double)
    when 'average' then ratio(total_value, readings)
    when 'max' then cast(highest_value as double)
    when 'min' then cast(lowest_value as double)
    else cast(last_value as double)
end;

-- tests
select brought_together('sum', 'level', 4, 9, 3, 5, 0) = 9;
select brought_together('average', 'level', 4, 9, 3, 5, 0) = 3;
select brought_together('last', 'level', 4, 9, 3, 5, 0) = 4;
select brought_together('max', 'level', 4, 9, 3, 5, 0) = 5;
select brought_together('min', 'level', 4, 9, 3, 5, 0) = 0;
select brought_together(null, 'level', 4, 9, 3, 5, 0) = 4;
select brought_together(null, null, 4, 9, 3, 5, 0) = 4;
select brought_together(null, 'per period', 4, 9, 3, 5, 0) = 9;
select brought_together('last', 'level', null, null, null, null, null) is null;
