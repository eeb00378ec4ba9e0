-- R4 Contingency cover
-- means: How far the contingency left reaches for a loss that is not exceeded in 8 of 10 cases.
-- formula: contingency left / P80
-- edge cases: null without a contingency, and when P80 is zero: there is nothing to cover
-- source: Risk on two levels
create or replace macro contingency_cover(contingency, p80) as
ratio(contingency, p80);

-- tests
select contingency_cover(3500000, 7000000) = 0.5;
select contingency_cover(3500000, 0) is null;
select contingency_cover(null, 7000000) is null;
