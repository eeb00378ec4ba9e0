-- helper: Months between two measurements
-- formula: monthly 1, quarterly 3, semiannual 6, annual 12
-- edge cases: null when no cadence is stated
-- source: model: Cadence
create or replace macro cadence_months(cadence) as
case cadence when 'monthly' then 1 when 'quarterly' then 3 when 'semiannual' then 6 when 'annual' then 12 end;

-- tests
select cadence_months('quarterly') = 3;
select cadence_months(null) is null;
