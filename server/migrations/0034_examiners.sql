-- Who examined something of a case, in whatever round: none of them decides it (domain §3.1), and none chairs its hearing
-- (ALL 48).
create table case_examiners (
  district text not null,
  case_id uuid not null,
  staff_id uuid not null,
  how text not null check (how in ('reviewed', 'attended', 'wroteOpinion', 'wroteConclusion', 'signed', 'chaired', 'reportedUp',
    'closedNotice')),
  primary key (district, case_id, staff_id, how),
  foreign key (district, case_id) references cases (district, id)
);
insert into case_examiners (district, case_id, staff_id, how)
select n.district, n.case_id, n.staff_id, 'reviewed' from case_task_notes n
join case_tasks t on t.district = n.district and t.id = n.task_id
where n.what = 'opinion' and n.staff_id is not null and t.kind <> 'HEARING'
union
select m.district, m.case_id, f.staff_id, case when f.staff_id = m.chair_id then 'chaired' else 'attended' end
from meetings m join meeting_officers f on f.district = m.district and f.meeting_id = m.id and f.attended
union
select m.district, m.case_id, o.written_by, 'wroteOpinion'
from meetings m join meeting_organs o on o.district = m.district and o.meeting_id = m.id
where o.written_by is not null and o.written_by is distinct from m.chair_id
union
select m.district, m.case_id, o.signed_by, 'signed'
from meetings m join meeting_organs o on o.district = m.district and o.meeting_id = m.id
where o.signed_by is not null and o.signed_by is distinct from m.chair_id
union
select district, case_id, reported_by, 'reportedUp' from report_ups
union
select district, case_id, closed_by, 'closedNotice' from public_notices where closed_by is not null;

-- Since when a unit has had something to do with the case; a task that was cancelled while it waited was never anybody's.
alter table case_tasks add column opened_at timestamptz;
update case_tasks set opened_at = coalesce(signed_for_at, done_at, now())
where state not in ('waiting', 'cancelled') or signed_for_at is not null or done_at is not null;

-- Whose special procedure lets the case stand still: that organ ends it, or the one that leads.
alter table cases add column procedure_organ_id uuid;

-- The days to name the officers of an inspection follow the calendar: they are derived whenever they are asked for.
alter table meetings drop column assign_last_day;
-- A hearing that nobody asked for is announced to everybody (ALL 46).
alter table meetings add column announced boolean not null default false;
create index meetings_announced on meetings (district, day, id) where announced;

-- The hash of the ledger row that arranged a panel, and the panel of the same round and pool whose seed it keeps.
alter table meeting_draws add column ledger_hash text;
alter table meeting_draws add column seed_meeting_id uuid;
update meeting_draws set seed_meeting_id = meeting_id;
alter table meeting_draws alter column seed_meeting_id set not null;
update meeting_draws d set ledger_hash = (
  select encode(r.hash, 'hex') from meetings m
  join ledger_rows r on r.district = m.district and r.subject_kind = 'case' and r.subject_id = m.case_id and r.act = 'case.meetingArranged'
  where m.district = d.district and m.id = d.meeting_id and r.body::jsonb -> 'facts' ->> 'meeting' = d.meeting_id::text
  limit 1);

create index hearings_notified on hearings (district, request_last_day) where state = 'NOTIFIED';
