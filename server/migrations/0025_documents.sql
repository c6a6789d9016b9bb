-- 文书: papers of the special routes, of the procedures inside the organs, and of the archive (domain §2.8).
alter table documents drop constraint documents_kind_check;
alter table documents add constraint documents_kind_check check (kind in ('intakeReceipt', 'acceptanceNotice', 'correctionNotice',
  'acceptanceRefusal', 'grantDecision', 'denialDecision', 'deliveryReceipt', 'applicationForm', 'certificate', 'licenceDecision',
  'toleratedCommitment', 'toleratedNotice', 'commitmentLetter', 'specialProcedureNotice', 'extensionNotice', 'hearingRightsNotice',
  'hearingNotice', 'hearingRecord', 'siteVisitRecord', 'reviewMinutes', 'expertOpinion', 'inspectionReport', 'publicNotice',
  'reportUpOpinion', 'withdrawalRequest', 'terminationNotice', 'deemedWithdrawalNotice', 'renewalDecision', 'changeDecision',
  'reviewSheet', 'handOverSheet', 'returnSheet', 'agentAuthorization', 'archiveList', 'archiveCheckReport'));
alter table document_templates drop constraint document_templates_kind_check;
alter table document_templates add constraint document_templates_kind_check check (kind in ('intakeReceipt', 'acceptanceNotice',
  'correctionNotice', 'acceptanceRefusal', 'grantDecision', 'denialDecision', 'deliveryReceipt', 'applicationForm', 'certificate',
  'licenceDecision', 'toleratedCommitment', 'toleratedNotice', 'commitmentLetter', 'specialProcedureNotice', 'extensionNotice',
  'hearingRightsNotice', 'hearingNotice', 'hearingRecord', 'siteVisitRecord', 'reviewMinutes', 'expertOpinion', 'inspectionReport',
  'publicNotice', 'reportUpOpinion', 'withdrawalRequest', 'terminationNotice', 'deemedWithdrawalNotice', 'renewalDecision',
  'changeDecision', 'reviewSheet', 'handOverSheet', 'returnSheet', 'agentAuthorization', 'archiveList', 'archiveCheckReport'));

-- 送达: each attempt with its own proof. What is posted to somebody or put up for everybody is under way until it counts as
-- served; `day` is the day on which it was served, or went under way.
alter table document_services drop constraint document_services_method_check;
alter table document_services add constraint document_services_method_check
  check (method in ('DIRECT', 'LEFT', 'ENTRUSTED', 'MAIL', 'ELECTRONIC', 'PUBLIC_NOTICE'));
alter table document_services drop constraint document_services_receiver_check;
alter table document_services add constraint document_services_receiver_check
  check (receiver in ('applicant', 'entrusted', 'family', 'office'));
-- Who took an older paper stays where it was: only the key of its case opens it, so it cannot be moved into a proof here.
alter table document_services alter column served_at drop not null;
alter table document_services add column sealed_proof bytea;
alter table document_services add column day date;
update document_services set day = (served_at at time zone 'Asia/Shanghai')::date;
alter table document_services alter column day set not null;
alter table document_services add column until_day date;
alter table document_services add constraint document_services_notice_check check ((until_day is not null) = (method = 'PUBLIC_NOTICE'));
alter table document_services add constraint document_services_underway_check
  check (served_at is not null or method in ('MAIL', 'PUBLIC_NOTICE'));
create index document_services_underway on document_services (district, until_day) where served_at is null and until_day is not null;
