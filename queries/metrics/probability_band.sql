-- helper: How likely, in five bands
-- formula: 1 up to 10%, 2 up to 30%, 3 up to 50%, 4 up to 70%, 5 above
-- edge cases: the upper end belongs to the band; null when unknown
-- source: Risk on two levels, heat map
create or replace macro probability_band(probability) as
case
    when probability <= 0.1 then 1
    when probability <= 0.3 then 2
    when probability <= 0.5 then 3
    when probability <= 0.7 then 4
    when probability > 0.7 then 5
end;

-- tests
select probability_band(0.1) = 1;
select probability_band(0.11) = 2;
select probability_band(1) = 5;
select probability_band(null) is null;
