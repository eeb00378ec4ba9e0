-- M25 Objective coverage
-- means: How much of an objective's target the benefits that serve it are expected to bring.
-- formula: outlook of the benefits linked to it, net / target
-- edge cases: null when the target is no money of the program's currency, or is zero; null when no benefit in money is linked
-- source: M25
create or replace macro objective_coverage(net_outlook, target, unit, currency) as
case
    when
        coalesce(case trim(unit) when '€' then 'EUR' when '£' then 'GBP' else upper(trim(unit)) end, currency)
        = currency
        then ratio(net_outlook, target)
end;

-- tests
select objective_coverage(700, 1000, 'EUR', 'EUR') = 0.7;
select objective_coverage(700, 1000, null, 'EUR') = 0.7;
select objective_coverage(700, 1000, '€', 'EUR') = 0.7;
select objective_coverage(700, 12, 'partners', 'EUR') is null;
select objective_coverage(700, 0, 'EUR', 'EUR') is null;
select objective_coverage(null, 1000, 'EUR', 'EUR') is null;
