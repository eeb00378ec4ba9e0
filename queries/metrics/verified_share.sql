-- M12 Verified share
-- means: How much of what is realized was confirmed by finance or taken from a system.
-- formula: realized with evidence finance verified or system extract / realized
-- edge cases: null when nothing is realized
-- source: M12
create or replace macro verified_share(verified, realized) as
ratio(verified, realized);

-- tests
select verified_share(45, 180) = 0.25;
select verified_share(0, 0) is null;
