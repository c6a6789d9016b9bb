-- What each organ has to do for an open case: a row for the organ that decides it, for each with a task of it that was
-- opened, for each that takes part. `case_work` says it of any case; `open_work` keeps it, so that a work list reads what
-- its organ sees, in order, and nothing else. Every act writes it as it closes (tasks/open-work.store.ts).
create view case_work as
select c.district, c.id as case_id, p.organisation_id, c.item_id, c.state, coalesce(c.due_day, 'infinity') as due_day,
  coalesce(bool_or(p.state = 'open' and p.kind not in ('DECISION', 'CERTIFICATION')), false) as to_sign,
  coalesce(bool_or(p.state = 'signedFor' and p.kind not in ('DECISION', 'CERTIFICATION')), false) as to_review,
  coalesce(bool_or(p.state = 'open' and p.kind = 'CERTIFICATION'), false) as to_certify,
  coalesce(bool_or(p.state = 'open' and p.kind = 'DECISION'), false) as to_decide,
  -- it leads the case, and somebody gave his task back; `offset 0`: looked up by the case, not among all of the district
  p.organisation_id = c.deciding_organ_id and exists (
    select from case_tasks t where t.district = c.district and t.case_id = c.id and t.state = 'returned' offset 0
  ) as to_assign,
  -- its head minds it, and also from the day after the last to sign for the file
  coalesce(bool_or(p.state in ('open', 'signedFor', 'returned') and (p.kind = 'DECISION' or p.escalated_at is not null)), false) as to_mind,
  min(p.sign_due_day) filter (where p.state = 'open') as sign_due_day
from cases c cross join lateral (
  select c.deciding_organ_id as organisation_id, null as kind, null as state, null::timestamptz as escalated_at, null::date as sign_due_day
  union all
  select t.organisation_id, t.kind, t.state, t.escalated_at, t.sign_due_day from case_tasks t
  where t.district = c.district and t.case_id = c.id and t.opened_at is not null and not t.void
  union all
  select unnest(t.participant_ids), null, null, null, null from case_tasks t
  where t.district = c.district and t.case_id = c.id and t.opened_at is not null and not t.void
) p
where c.accepted_day is not null and p.organisation_id is not null
  and c.state in ('RECEIVED', 'CORRECTION_REQUIRED', 'ACCEPTED', 'IN_REVIEW', 'SPECIAL_PROCEDURE', 'REPORTED_UP', 'DECIDING', 'GRANTED', 'DENIED', 'CERTIFYING', 'DELIVERING')
group by c.district, c.id, p.organisation_id;

create table open_work (
  district text not null,
  case_id uuid not null,
  organisation_id uuid not null,
  item_id uuid not null,
  state text not null check (state in ('RECEIVED', 'CORRECTION_REQUIRED', 'ACCEPTED', 'IN_REVIEW', 'SPECIAL_PROCEDURE', 'REPORTED_UP', 'DECIDING', 'GRANTED', 'DENIED', 'CERTIFYING', 'DELIVERING')),
  -- infinity: the case has no date
  due_day date not null,
  to_sign boolean not null,
  to_review boolean not null,
  to_certify boolean not null,
  to_decide boolean not null,
  to_assign boolean not null,
  to_mind boolean not null,
  sign_due_day date,
  primary key (district, case_id, organisation_id),
  foreign key (district, case_id) references cases (district, id),
  foreign key (district, organisation_id) references organisations (district, id)
);
insert into open_work select * from case_work;
create index open_work_due on open_work (district, organisation_id, due_day, case_id)
  include (item_id, state, to_sign, to_review, to_certify, to_decide, to_assign, to_mind, sign_due_day);

-- Nobody walks an organ's cases any more. What windows and supervisors see of what is open is counted in its index alone,
-- and comes in the order of their lists.
drop index cases_open_by_organ;
drop index cases_open;
create index cases_open on cases (district, coalesce(due_day, 'infinity'), id) include (due_day, state, round)
  where state in ('RECEIVED', 'CORRECTION_REQUIRED', 'ACCEPTED', 'IN_REVIEW', 'SPECIAL_PROCEDURE', 'REPORTED_UP', 'DECIDING', 'GRANTED', 'DENIED', 'CERTIFYING', 'DELIVERING');
drop index cases_open_by_center;
create index cases_open_by_center on cases (district, intake_center_id, coalesce(due_day, 'infinity'), id)
  include (due_day, state, round, case_type, item_id)
  where state in ('RECEIVED', 'CORRECTION_REQUIRED', 'ACCEPTED', 'IN_REVIEW', 'SPECIAL_PROCEDURE', 'REPORTED_UP', 'DECIDING', 'GRANTED', 'DENIED', 'CERTIFYING', 'DELIVERING');
