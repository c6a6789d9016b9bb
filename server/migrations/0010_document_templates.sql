alter table documents drop constraint documents_kind_check;
alter table documents add constraint documents_kind_check check (kind in ('intakeReceipt', 'acceptanceNotice', 'correctionNotice',
  'acceptanceRefusal', 'grantDecision', 'denialDecision', 'deliveryReceipt', 'applicationForm', 'certificate', 'licenceDecision'));

-- 文书模板: versions that staff published. Version 1 of every kind comes with the product and has no row; a version never
-- changes, since documents are rendered from the version under which they were issued.
create table document_templates (
  district text not null,
  id uuid not null,
  kind text not null check (kind in ('intakeReceipt', 'acceptanceNotice', 'correctionNotice', 'acceptanceRefusal', 'grantDecision',
    'denialDecision', 'deliveryReceipt', 'applicationForm', 'certificate', 'licenceDecision')),
  profile text check (profile in ('LICENSE', 'PUBLIC_SERVICE', 'BENEFIT', 'FILING', 'REAL_ESTATE', 'SOCIAL_ASSISTANCE')),
  version integer not null check (version > 1),
  content jsonb not null,
  published_at timestamptz not null,
  published_by_staff_id uuid not null,
  primary key (district, id),
  foreign key (district, published_by_staff_id) references staff (district, id)
);
create unique index document_templates_version on document_templates (district, kind, version);
create index document_templates_publisher on document_templates (district, published_by_staff_id);
