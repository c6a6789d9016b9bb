-- Licences: recalled 撤回 (ALL 8), renewed by law (ALL 50), whom the law keeps from applying again (ALL 78, 79).
alter table licences drop constraint licences_state_check;
alter table licences add constraint licences_state_check check (state in ('valid', 'suspended', 'replaced', 'recalled', 'cancelled', 'revoked'));
alter table licences
  add column renewed_by_law boolean not null default false,
  -- 直接关系公共安全、人身健康、生命财产安全, as the item's version said when it was given
  add column safety_matter boolean not null default false,
  -- the last reminder that its holder got: so many days before its last one
  add column reminded_days integer check (reminded_days in (60, 30));
create index licences_ending on licences (district, until_day) where state = 'valid' and until_day is not null;

alter table licence_changes drop constraint licence_changes_act_check;
alter table licence_changes add constraint licence_changes_act_check check (act in ('suspend', 'restore', 'recall', 'cancel', 'revoke'));
alter table licence_changes
  add column ground text,
  add column heard text check (heard in ('stated', 'silent', 'hearing')),
  add column told_day date;

-- Who may not apply again for a licence until a day, found by the keyed index of his number alone.
create table licence_bars (
  district text not null,
  id uuid not null,
  number_index bytea not null,
  title text,
  item_id uuid not null,
  article integer not null check (article in (78, 79)),
  case_id uuid not null,
  licence_id uuid,
  from_day date not null,
  until_day date not null,
  primary key (district, id),
  foreign key (district, licence_id) references licences (district, id)
);
create index licence_bars_number on licence_bars (district, number_index, until_day);
create index licence_bars_licence on licence_bars (district, licence_id) where licence_id is not null;

-- The licence that a case renews 延续 or changes 变更, as it stood when the case was received.
create table case_licences (
  district text not null,
  case_id uuid not null,
  licence_id uuid not null,
  handling text not null check (handling in ('renewal', 'change')),
  until_day date,
  -- last day on which a renewal was applied for in time; null without a term
  apply_by_day date,
  in_time boolean not null,
  primary key (district, case_id),
  foreign key (district, case_id) references cases (district, id),
  foreign key (district, licence_id) references licences (district, id)
);
create index case_licences_licence on case_licences (district, licence_id);
create index case_licences_ending on case_licences (district, until_day) where handling = 'renewal' and in_time;
