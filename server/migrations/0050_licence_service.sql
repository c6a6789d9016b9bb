-- 证照变动决定书的送达: what happens to a licence is served and told by what the licence keeps itself, as the case behind it
-- may be archived, or none may be there. Its phones stand sealed with its holder.
alter table licences add column filed_online boolean not null default false;
update licences l set filed_online = true from cases c
where c.district = l.district and c.id = l.case_id and c.channel = 'ONLINE';
