-- C4 Contingency left
-- means: What is left of the money kept for risks.
-- formula: contingency allocated - contingency drawn up to the status date
-- edge cases: null when none was ever allocated: unknown, not zero; below zero when more was drawn
-- source: Budget and earned value
create or replace macro contingency_left(allocated, drawn) as
allocated - coalesce(drawn, 0);

-- tests
select contingency_left(900, 315) = 585;
select contingency_left(900, null) = 900;
select contingency_left(null, null) is null;
