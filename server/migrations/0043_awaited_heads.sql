-- 延期: whose answer a request for more time waits for, so that the act is offered to that head and to nobody else
-- (cases/procedure-act.rules.ts). {"role": "organHead" | "governmentHead", "of": the organ, or the region of the government}
alter table cases add column awaited_head jsonb;
update cases c set awaited_head = jsonb_build_object(
  'role', e.approver, 'of', case e.approver when 'organHead' then o.id else o.region_id end)
from extension_requests e join organisations o on o.district = e.district and o.id = e.organisation_id
where e.district = c.district and e.case_id = c.id and e.state = 'ASKED';
