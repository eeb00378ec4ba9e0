-- helper: How often a row of amounts turns from money out to money in, or back
-- formula: the number of neighbours of opposite sign, zeros left out
-- edge cases: 0 for amounts that are all of one sign
-- source: Value for money, internal rate of return
create or replace macro sign_changes(amounts) as
(
    with moving as (select [sign(amount) for amount in amounts if amount <> 0] as signs)

    select len([place for place in range(1, len(signs)) if signs[place] <> signs[place + 1]])
    from moving
);

-- tests
select sign_changes([-500::double, -100, 300, 300]) = 1;
select sign_changes([-500::double, 0, 300, 0, -20]) = 2;
select sign_changes([1::double, 2]) = 0;
select sign_changes([]::double[]) = 0;
select sign_changes(null::double[]) is null;
