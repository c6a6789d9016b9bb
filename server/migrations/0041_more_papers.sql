-- 补交材料通知书 and 恢复计时通知书 are papers of their own.
alter table documents drop constraint documents_kind_check;
alter table documents add constraint documents_kind_check check (kind in (
  'intakeReceipt', 'acceptanceNotice', 'correctionNotice', 'acceptanceRefusal', 'grantDecision',
  'denialDecision', 'deliveryReceipt', 'applicationForm', 'certificate', 'licenceDecision',
  'toleratedCommitment', 'toleratedNotice', 'supplyNotice', 'commitmentLetter', 'specialProcedureNotice',
  'resumptionNotice', 'extensionNotice', 'hearingRightsNotice', 'hearingNotice', 'hearingRecord',
  'siteVisitRecord', 'reviewMinutes', 'expertOpinion', 'inspectionReport', 'publicNotice', 'reportUpOpinion',
  'withdrawalRequest', 'terminationNotice', 'deemedWithdrawalNotice', 'renewalDecision', 'changeDecision',
  'reviewSheet', 'handOverSheet', 'returnSheet', 'agentAuthorization', 'archiveList', 'archiveCheckReport'));
alter table document_templates drop constraint document_templates_kind_check;
alter table document_templates add constraint document_templates_kind_check check (kind in (
  'intakeReceipt', 'acceptanceNotice', 'correctionNotice', 'acceptanceRefusal', 'grantDecision',
  'denialDecision', 'deliveryReceipt', 'applicationForm', 'certificate', 'licenceDecision',
  'toleratedCommitment', 'toleratedNotice', 'supplyNotice', 'commitmentLetter', 'specialProcedureNotice',
  'resumptionNotice', 'extensionNotice', 'hearingRightsNotice', 'hearingNotice', 'hearingRecord',
  'siteVisitRecord', 'reviewMinutes', 'expertOpinion', 'inspectionReport', 'publicNotice', 'reportUpOpinion',
  'withdrawalRequest', 'terminationNotice', 'deemedWithdrawalNotice', 'renewalDecision', 'changeDecision',
  'reviewSheet', 'handOverSheet', 'returnSheet', 'agentAuthorization', 'archiveList', 'archiveCheckReport'));
