-- M5 Share of the life's benefit that is realized
-- means: How much of everything ever promised is in already; small early in a life, and no sign of being late.
-- formula: realized to date / all planned
-- edge cases: null when nothing is planned; never to be confused with the realization rate
-- source: M5
create or replace macro realized_share_of_life(realized, planned_lifetime) as
ratio(realized, planned_lifetime);

-- tests
select realized_share_of_life(140, 600) = 140 / 600;
select realized_share_of_life(140, 0) is null;
