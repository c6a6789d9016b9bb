-- On site every officer who was there signs the record (行政许可法 art. 34, 55): himself, or with a pen on the paper original;
-- then somebody else recorded it, and the note, sealed under the case's key, says why and where the original is kept.
alter table meeting_officers add column signed_at timestamptz;
alter table meeting_officers add column signed_by uuid;
alter table meeting_officers add column sealed_note bytea;
alter table meeting_officers add check ((signed_at is null) = (signed_by is null));
update meeting_officers f set signed_at = o.signed_at, signed_by = o.signed_by from meeting_organs o
where o.district = f.district and o.meeting_id = f.meeting_id and o.organ_id = f.organ_id and o.signed_by = f.staff_id
  and f.attended;

-- One officer's signature is no longer his organ's.
update meeting_organs o set signed_by = null, signed_at = null from meetings m
where m.district = o.district and m.id = o.meeting_id and m.state = 'HELD' and o.signed_by is not null
  and m.kind in ('SITE_VISIT', 'JOINT_SITE_VISIT', 'INSPECTION')
  and exists (select from meeting_officers f where f.district = o.district and f.meeting_id = o.meeting_id
    and f.organ_id = o.organ_id and f.attended and f.signed_at is null);
