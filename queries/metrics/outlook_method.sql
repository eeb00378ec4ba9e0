-- M6a How the outlook was made
-- formula: forecast when the latest forecast known on the status date says something about later periods, else carried forward
-- edge cases: a forecast that ends on or before the status date says nothing about what is to come
-- source: M6
create or replace macro outlook_method(forecast_cells) as
case when forecast_cells > 0 then 'forecast' else 'carried forward' end;

-- tests
select outlook_method(3) = 'forecast';
select outlook_method(0) = 'carried forward';
