-- M6b What is still to come
-- formula: the forecast of periods that end after the status date; carried forward: what is planned for them
-- edge cases: null for benefits that are not money
-- source: M6
create or replace macro still_to_come(method, forecast_to_come, planned_to_come) as
case method when 'forecast' then forecast_to_come else planned_to_come end;

-- tests
select still_to_come('forecast', 290, 300) = 290;
select still_to_come('carried forward', 0, 300) = 300;
