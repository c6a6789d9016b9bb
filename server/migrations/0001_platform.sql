-- One row: which district this database serves, and whether it is a demo. The mode never changes.
create table installation (
  district text not null primary key,
  mode text not null check (mode in ('demo', 'live')),
  created_at timestamptz not null,
  -- What the master key says to this district's name: another key is noticed before it seals anything.
  key_check bytea not null,
  -- The demo's business clock runs this far ahead of the machine; it only grows. A live clock stays at zero.
  clock_ahead_ms bigint not null default 0 check (clock_ahead_ms >= 0),
  clock_target_at timestamptz,
  check (mode = 'demo' or (clock_ahead_ms = 0 and clock_target_at is null))
);

-- The ledger: one hash chain a subject. `hash` covers version, sequence, the previous hash and the stored text.
create table ledger_heads (
  district text not null,
  subject_kind text not null,
  subject_id uuid not null,
  sequence integer not null,
  hash bytea not null,
  sealed_in integer,
  primary key (district, subject_kind, subject_id)
);
create index ledger_heads_unsealed on ledger_heads (district, subject_kind, subject_id) where sealed_in is null;

create table ledger_rows (
  district text not null,
  subject_kind text not null,
  subject_id uuid not null,
  sequence integer not null,
  act_id uuid not null,
  act text not null,
  at timestamptz not null,
  body text not null,
  hash bytea not null,
  primary key (district, subject_kind, subject_id, sequence)
);
create index ledger_rows_at on ledger_rows using brin (district, at);

-- Each night's seal: the root over the heads of all subjects, signed with a key kept outside the database.
create table ledger_seals (
  district text not null,
  number integer not null,
  day date not null,
  sealed_at timestamptz not null,
  subjects integer not null,
  root bytea not null,
  previous_root bytea not null,
  signature bytea not null,
  public_key bytea not null,
  primary key (district, number)
);

-- What changed since the seal before: enough to rebuild every seal's leaves.
create table ledger_seal_leaves (
  district text not null,
  number integer not null,
  subject_kind text not null,
  subject_id uuid not null,
  sequence integer not null,
  hash bytea not null,
  primary key (district, number, subject_kind, subject_id),
  foreign key (district, number) references ledger_seals (district, number)
);

-- Work for later, written in the transaction that causes it. `run_at` is business time, leases are machine time.
create table jobs (
  district text not null,
  id uuid not null,
  kind text not null,
  key text,
  payload jsonb not null,
  run_at timestamptz not null,
  state text not null default 'planned' check (state in ('planned', 'failed', 'dead')),
  tries integer not null default 0,
  lease_until timestamptz,
  retry_at timestamptz,
  error text,
  primary key (district, id)
);
create unique index jobs_key on jobs (district, kind, key) where key is not null;
create index jobs_due on jobs (district, run_at) where state <> 'dead';
create index jobs_dead on jobs (district, id) where state = 'dead';

-- The caller's own id of a write, and what it made: the same request gives the same answer for 90 days.
create table requests (
  district text not null,
  caller text not null,
  key text not null,
  route text not null,
  body_hash bytea not null,
  reference jsonb,
  at timestamptz not null,
  primary key (district, caller, key)
);
create index requests_at on requests using brin (district, at);

create table sessions (
  district text not null,
  id uuid not null,
  kind text not null check (kind in ('resident', 'staff')),
  holder_id uuid not null,
  acting_as uuid,
  token_hash bytea not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  agent text not null,
  address text not null,
  primary key (district, id)
);
create unique index sessions_token on sessions (district, token_hash);
create index sessions_holder on sessions (district, holder_id) where revoked_at is null;

-- Tries that are counted: wrong passwords, codes, query codes.
create table attempts (
  district text not null,
  scope text not null,
  key text not null,
  tries integer not null,
  last_at timestamptz not null,
  primary key (district, scope, key)
);

-- Refused access and sign-ins; kept at least six months (Cybersecurity Law). Partitioned by month.
create table access_log (
  district text not null,
  id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('refused', 'signIn', 'signInFailed', 'read', 'reveal')),
  caller_kind text not null check (caller_kind in ('resident', 'staff', 'visitor', 'system')),
  caller_id uuid,
  acting_as uuid,
  route text not null,
  code text not null,
  subject_id uuid,
  sealed_note bytea,
  address text not null,
  minute_key text,
  times integer not null default 1,
  primary key (district, id, at)
) partition by range (at);
create index access_log_at on access_log (district, at desc, id);
create index access_log_subject on access_log (district, subject_id, at) where subject_id is not null;

-- Data keys under the master key outside the database. Erasing a row makes its data unreadable for good.
create table data_keys (
  district text not null,
  id uuid not null,
  wrapped bytea not null,
  primary key (district, id)
);

create table files (
  district text not null,
  id uuid not null,
  uploader_kind text not null check (uploader_kind in ('resident', 'staff')),
  uploader_id uuid not null,
  address text not null,
  wrapped_key bytea not null,
  sealed_name bytea not null,
  media_type text not null,
  bytes integer not null,
  uploaded_at timestamptz not null,
  primary key (district, id)
);
