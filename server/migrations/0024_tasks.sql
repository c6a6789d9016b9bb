-- The process of an item version runs: its tasks with their organs and clocks, and what a case waits for beside them.
alter table posts drop constraint posts_role_check;
alter table posts add constraint posts_role_check check (role in ('windowClerk', 'reviewer', 'decider', 'villageAgent', 'supervisor', 'itemManager', 'itemReviewer', 'itemPublisher', 'organHead', 'governmentHead', 'archivist', 'administrator'));

alter table case_tasks drop constraint case_tasks_kind_check;
update case_tasks set kind = upper(kind);
alter table case_tasks add constraint case_tasks_kind_check check (kind in ('REVIEW', 'JOINT_REVIEW', 'SITE_VISIT', 'JOINT_SITE_VISIT', 'EXPERT_PANEL', 'HEARING', 'INSPECTION', 'PUBLIC_NOTICE', 'DECISION', 'CERTIFICATION'));
alter table case_tasks drop constraint case_tasks_state_check;
alter table case_tasks add constraint case_tasks_state_check check (state in ('waiting', 'open', 'signedFor', 'returned', 'done', 'cancelled'));
alter table case_tasks drop constraint case_tasks_opinion_check;
alter table case_tasks add constraint case_tasks_opinion_check check (opinion in ('agree', 'disagree', 'veto'));
alter table case_tasks
  add column key text,
  -- 加签: the task whose unit asked for another signer
  add column origin_id uuid,
  -- who takes part beside the unit whose task it is
  add column participant_ids uuid[] not null default '{}',
  -- how often it was opened: reopening never overwrites an opinion unseen, the ledger keeps each
  add column round integer not null default 1,
  add column sign_due_day date,
  -- agreed by silence, under the item's rule (domain §4.1)
  add column silent boolean not null default false,
  add column escalated_at timestamptz,
  add column sealed_return_reason bytea;
update case_tasks set key = lower(kind);
alter table case_tasks alter column key set not null;
drop index case_tasks_open;
create index case_tasks_open on case_tasks (district, organisation_id, state, due_day) where state in ('open', 'signedFor', 'returned');
create index case_tasks_unreported on case_tasks (district, case_id) where state in ('open', 'signedFor', 'returned') and escalated_at is null;

alter table cases
  -- 特别程序 that stands still for the whole case; 转报 to the upper organ
  add column procedure_id uuid,
  add column reported_up_at timestamptz,
  -- 容缺: materials still owed, and until when
  add column owed_materials integer not null default 0,
  add column supply_due_day date,
  -- 告知承诺: the letter under which it was filed
  add column commitment_id uuid;
alter table cases drop column reviewed_by;
