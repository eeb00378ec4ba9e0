-- value: What the internal rate of return can be
-- formula: none without a change of sign of the flow, several with more than one, else unique
-- edge cases: with several changes of sign more than one rate may fit
-- source: Value for money
create or replace macro internal_rate_state(amounts) as
case sign_changes(amounts)
    when 0 then 'none'
    when 1 then 'unique'
    else case when amounts is not null then 'several' end
end;

-- tests
select internal_rate_state([-1::double, 2]) = 'unique';
select internal_rate_state([1::double, 2]) = 'none';
select internal_rate_state([-1::double, 3, -2]) = 'several';
select internal_rate_state(null::double[]) is null;
