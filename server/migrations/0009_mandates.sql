-- Mandates 委托: who may act for whom, in which matters, from when until when.
create table mandates (
  district text not null,
  id uuid not null,
  principal_id uuid not null,
  agent_id uuid not null,
  -- Matters; null is every matter. The item lives in the catalogue above, so no key points up.
  item_ids uuid[] check (cardinality(item_ids) > 0),
  from_day date not null,
  until_day date not null,
  given_at timestamptz not null,
  channel text not null check (channel in ('ONLINE', 'WINDOW')),
  revoked_at timestamptz,
  revoked_by text check (revoked_by in ('principal', 'agent')),
  primary key (district, id),
  foreign key (district, principal_id) references residents (district, id),
  foreign key (district, agent_id) references residents (district, id),
  check (principal_id <> agent_id),
  check (until_day >= from_day),
  check ((revoked_at is null) = (revoked_by is null))
);
create index mandates_principal on mandates (district, principal_id, id desc);
create index mandates_agent on mandates (district, agent_id, id desc);
