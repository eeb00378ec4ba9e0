-- M14a What is still to come, by confidence
-- formula: the forecast of periods after the status date, each x its confidence; carried forward: what is planned for them
-- edge cases: a forecast without a confidence counts in full
-- source: M14
create or replace macro weighted_to_come(method, weighted_forecast_to_come, planned_to_come) as
still_to_come(method, weighted_forecast_to_come, planned_to_come);

-- tests
select weighted_to_come('forecast', 145, 300) = 145;
select weighted_to_come('carried forward', 0, 300) = 300;
