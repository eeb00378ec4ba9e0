-- helper: How costly, in five bands
-- formula: 1 up to 5% of the scale, 2 up to 10%, 3 up to 25%, 4 up to 50%, 5 above
-- edge cases: the scale is the round number above the largest impact; the upper end belongs to the band; null when unknown
-- source: Risk on two levels, heat map
create or replace macro impact_band(impact, scale) as
case
    when impact <= scale * 0.05 then 1
    when impact <= scale * 0.1 then 2
    when impact <= scale * 0.25 then 3
    when impact <= scale * 0.5 then 4
    when impact > scale * 0.5 then 5
end;

-- tests
select impact_band(50000, 1000000) = 1;
select impact_band(50001, 1000000) = 2;
select impact_band(1000000, 1000000) = 5;
select impact_band(null, 1000000) is null;
