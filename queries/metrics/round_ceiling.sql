-- helper: The next round number: 1, 2 or 5 and zeros
-- formula: the smallest of 1, 2, 5 or 10 x a power of ten that is not below
-- edge cases: null for zero, below zero and unknown
-- source: heat map: round ends for its bands
create or replace macro round_ceiling(amount) as
case
    when amount > 0
        then
            cast(
                pow(10, floor(log10(cast(amount as double))))
                * case
                    when amount <= pow(10, floor(log10(cast(amount as double)))) then 1
                    when amount <= 2 * pow(10, floor(log10(cast(amount as double)))) then 2
                    when amount <= 5 * pow(10, floor(log10(cast(amount as double)))) then 5
                    else 10
                end as decimal(28, 6)
            )
end;

-- tests
select round_ceiling(900000) = 1000000;
select round_ceiling(1000000) = 1000000;
select round_ceiling(1200000) = 2000000;
select round_ceiling(0.3) = 0.5;
select round_ceiling(0) is null;
