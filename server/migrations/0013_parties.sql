-- What a mandate covers is a word with a fixed text. A paper seen at a window holds for its one case, which lies above, so
-- no key points up, and ends with it.
alter table mandates add column scope text not null default 'apply' check (scope in ('apply'));
alter table mandates add column case_id uuid;
alter table mandates add column ended_at timestamptz;
alter table mandates add check ((channel = 'WINDOW') = (case_id is not null));
alter table mandates add check (ended_at is null or case_id is not null);
create index mandates_case on mandates (district, case_id) where case_id is not null;
-- Whom the account that filed acts for, by which mandate; and where prefilled answers came from: paths, with number and day of the earlier case.
alter table cases add column mandate_id uuid;
alter table cases add column principal_id uuid;
alter table cases add column prefilled jsonb not null default '{}';
alter table cases add foreign key (district, mandate_id) references mandates (district, id);
alter table cases add foreign key (district, principal_id) references residents (district, id);
-- Members 成员 of a firm or household take part and are not addressed. Parties stand in the order of the form.
alter table case_parties drop constraint case_parties_role_check;
alter table case_parties add constraint case_parties_role_check check (role in ('applicant', 'coApplicant', 'beneficiary', 'member', 'guardian', 'legalRepresentative', 'handler', 'agent'));
alter table case_parties add column position integer not null default 0;
create index cases_principal on cases (district, principal_id, created_at desc, id desc) where principal_id is not null;
create index cases_mandate on cases (district, mandate_id) where mandate_id is not null;
-- One draft of an item for each person that an account acts for.
drop index cases_one_draft;
create unique index cases_one_draft on cases (district, account_id, item_id, principal_id) nulls not distinct where state = 'DRAFT' and account_id is not null;
