-- 证照变动决定书的送达: what happens to a licence is served and told by what the licence keeps itself, as the case behind it
-- may be archived, or none may be there. `filed_online`: his account is where he finds it; `agreed_electronic`: he may be
-- served electronically. Phones stand sealed with its holder from now on; of who was registered before, those of his case are taken.
alter table licences add column filed_online boolean not null default false;
alter table licences add column agreed_electronic boolean not null default false;
update licences l set filed_online = (c.channel = 'ONLINE'),
  agreed_electronic = (c.channel = 'ONLINE' or c.delivery_wish = 'ELECTRONIC')
from cases c where c.district = l.district and c.id = l.case_id;
