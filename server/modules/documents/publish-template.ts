import type { DocumentKind, TemplateContent } from '../../../contract/documents.ts';
import type { ProcedureProfile } from '../../../contract/values.ts';
import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { sampleCases } from './document-samples.data.ts';
import { faultsOfTemplate } from './template.rules.ts';
import { insertTemplate } from './template.store.ts';

/**
 * Publishes the next version of a document template: documents issued from now on carry it, those issued before keep
 * theirs. Refuses `template_wrong` with the place of each fault, `template_moved_on` when another version came first.
 */
export async function publishTemplate(
  tx: Tx,
  {
    kind,
    content,
    profile,
    basedOn,
  }: { kind: DocumentKind; content: TemplateContent; profile?: ProcedureProfile; basedOn: number },
  call: StaffCall,
): Promise<{ kind: DocumentKind; version: number }> {
  const faults = faultsOfTemplate(kind, content, sampleCases[kind]);
  if (faults.length > 0) throw new Refusal('template_wrong', {}, faults);
  const made = await insertTemplate(tx, call.district, {
    kind,
    profile: profile ?? null,
    basedOn,
    content,
    at: call.now,
    staffId: call.staff.id,
  });
  if (made === undefined) throw new Refusal('template_moved_on');
  append(tx, call, {
    subject: { kind: 'template', id: made.id },
    act: 'template.published',
    facts: { kind, version: made.version, profile: profile ?? null },
  });
  return { kind, version: made.version };
}
