-- helper: Whether a cost type names a total of the whole life
-- formula: the words whole life, in any case, however they are spaced or hyphenated
-- edge cases: false without a cost type
-- source: Budget and earned value; a total is never added to its parts
create or replace macro is_whole_life(cost_type) as
coalesce(regexp_full_match(lower(trim(cost_type)), 'whole[\s-]*life'), false);

-- tests
select is_whole_life('whole life');
select is_whole_life(' Whole-Life ');
select not is_whole_life('whole life cover');
select not is_whole_life(null);
