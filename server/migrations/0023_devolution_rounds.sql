-- Rounds are held again when something new comes into a batch: those held so far are outdated, and stay.
alter table devolution_rounds add column id uuid not null default gen_random_uuid(), add column outdated_at timestamptz;
alter table devolution_rounds alter column id drop default;

-- What an organ said stays when it says something else later in the round; the last word holds.
alter table devolution_comments add column id uuid not null default gen_random_uuid(), add column round_id uuid;
alter table devolution_comments alter column id drop default;
update devolution_comments c set round_id = r.id from devolution_rounds r
where r.district = c.district and r.batch_id = c.batch_id and r.round = c.round;
-- The keys that name these columns go with them.
alter table devolution_comments drop column batch_id, drop column round;
alter table devolution_rounds drop constraint devolution_rounds_pkey;
alter table devolution_rounds add primary key (district, id);
create unique index devolution_rounds_batch on devolution_rounds (district, batch_id, round) where outdated_at is null;
create index devolution_rounds_all on devolution_rounds (district, batch_id);
alter table devolution_comments alter column round_id set not null;
alter table devolution_comments add primary key (district, id);
alter table devolution_comments add foreign key (district, round_id) references devolution_rounds (district, id);
create index devolution_comments_round on devolution_comments (district, round_id, organisation_id, id);

-- How far a look-back has come: the last item that it looked at, whatever joins or leaves the list meanwhile.
alter table look_backs add column last_item_id uuid;
