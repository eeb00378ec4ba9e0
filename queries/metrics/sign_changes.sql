-- helper: How often a row of amounts turns from money out to money in, or back
-- formula: the number of neighbours of opposite sign, zeros left out
-- edge cases: 0 for amounts that are all of one sign
-- source: Value for money, internal rate of return
-- noqa: disable=PRS,LT01
create or replace macro sign_changes(amounts) as
cast(
    list_reduce(
        [[sign(amount), 0] for amount in amounts if amount <> 0],
        lambda so_far, next: [next[1], so_far[2] + cast(so_far[1] * next[1] < 0 as integer)],
        [0, 0]
    )[2] as bigint
);

-- tests
select sign_changes([-500::double, -100, 300, 300]) = 1;
select sign_changes([-500::double, 0, 300, 0, -20]) = 2;
select sign_changes([1::double, 2]) = 0;
select sign_changes([]::double[]) = 0;
select sign_changes(null::double[]) is null;
