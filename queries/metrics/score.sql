-- rating: What is rated
-- formula: 1 + (actual - planned) / |planned|: the rate itself for benefits
-- edge cases: a disbenefit larger than planned scores below 1; null when nothing is planned
-- source: Rating
create or replace macro score(actual, planned) as
1 + ratio(actual - planned, abs(planned));

-- tests
select score(140, 200) = 0.7;
select score(-90, -80) = 0.875;
select score(-70, -80) = 1.125;
select score(5, 0) is null;
