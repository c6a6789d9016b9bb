/**
 * What may never be found after a crash: half an act. Each query names the cases, documents and rows at which one part
 * of an act is there and another is not.
 */
export const halfActs = {
  'a received case without its one beginning in the ledger': `
    select c.id from cases c where c.state <> 'DRAFT' and 1 <> (
      select count(*) from ledger_rows l where l.subject_kind = 'case' and l.subject_id = c.id
        and l.act in ('case.takenIn', 'case.submitted'))`,

  'an acceptance in the case and not once in the ledger, or the other way round': `
    select c.id from cases c where (c.accepted_day is not null)::int <> (
      select count(*) filter (where l.act <> 'case.returnedToFront') - count(*) filter (where l.act = 'case.returnedToFront')
      from ledger_rows l where l.subject_kind = 'case' and l.subject_id = c.id
        and l.act in ('case.accepted', 'case.deemedAccepted', 'case.acceptedTolerated', 'case.returnedToFront'))`,

  'a received case without exactly one receipt of each round': `
    select c.id from cases c where c.state <> 'DRAFT' and c.round <> (
      select count(*) from documents d where d.subject_id = c.id and d.kind = 'intakeReceipt')`,

  'an accepted case without exactly one numbered notice, or a notice without acceptance': `
    select c.id from cases c where (c.accepted_day is not null)::int <> (
      select count(*) from documents d where d.subject_id = c.id and d.kind = 'acceptanceNotice' and d.number is not null)`,

  'a case whose clocks say something else than its state': `
    select c.id from cases c
    where c.state in ('RECEIVED', 'ACCEPTED', 'IN_REVIEW', 'DECIDING') and array[
        case when c.state = 'RECEIVED' then 'answer' else 'decision' end
      ] is distinct from (
        select array_agg(k.purpose) from clocks k
        where k.subject_kind = 'case' and k.subject_id = c.id and k.state <> 'stopped' and k.purpose <> 'firstReview')`,

  'a clock without its first fact': `
    select k.id from clocks k where not exists (select from clock_facts f where f.clock_id = k.id and f.sequence = 1)`,

  'an accepted case without tasks, or tasks before acceptance': `
    select c.id from cases c where (c.accepted_day is not null) <> exists (select from case_tasks t where t.case_id = c.id)`,

  'open work that says something else than its case': `
    select case_id as id from (
      (select * from case_work except select * from open_work) union all (select * from open_work except select * from case_work)) w`,

  'a received case without applicant or receipt of its round': `
    select c.id from cases c where c.state <> 'DRAFT' and not (
      exists (select from case_parties p where p.case_id = c.id and p.role = 'applicant')
      and exists (select from case_receipts r where r.case_id = c.id and r.round = c.round))`,

  'a document that no ledger row tells of, or that is told of and is not there': `
    with told as (
      select jsonb_array_elements_text(body::jsonb -> 'facts' -> 'documents')::uuid as id from ledger_rows
      where jsonb_typeof(body::jsonb -> 'facts' -> 'documents') = 'array'
      union all
      select (body::jsonb -> 'facts' ->> 'documentId')::uuid from ledger_rows
      where subject_kind in ('licence', 'handOverSheet') and body::jsonb -> 'facts' ? 'documentId')
    select coalesce(d.id, told.id) as id from documents d full join told on told.id = d.id
    where d.id is null or told.id is null`,

  'a document neither rendered nor about to be': `
    select d.id from documents d where d.pdf_address is null and not exists (
      select from jobs j where j.kind = 'documents.render' and j.payload ->> 'documentId' = d.id::text)`,

  'a gap in the numbers of an organ': `
    select n.organisation_id as id from document_counters n
    where (n.last_number, n.last_number) <> (
      select count(*), coalesce(max(d.number), 0) from documents d
      where (d.district, d.organisation_id, d.word, d.year) = (n.district, n.organisation_id, n.word, n.year))`,

  'an import whose state, drafts and ledger say different numbers': `
    select i.id from item_imports i where
      i.imported <> (
        select count(*) from item_import_rows r join item_drafts d on d.district = r.district and d.id = r.draft_id
        where r.district = i.district and r.import_id = i.id)
      or (i.state = 'IMPORTED') <> (i.imported > 0)
      or (i.state = 'IMPORTED')::int <> (
        select count(*) from ledger_rows l where l.subject_kind = 'itemImport' and l.subject_id = i.id
          and l.act = 'itemImport.confirmed')`,

  'an imported draft that no import knows': `
    select d.id from item_drafts d where d.origin = 'import' and not exists (
      select from item_import_rows r where r.district = d.district and r.draft_id = d.id)`,

  'a request that is remembered without its act': `
    select r.key as id from requests r where r.reference is null`,
} as const;
