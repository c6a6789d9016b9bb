import type { DocumentKind, PrintedBlock, TemplateContent, TemplateVersion } from '../../../contract/documents.ts';
import type { FieldFault } from '../../../contract/refusals.ts';
import type { Replies } from '../../../contract/routes.ts';
import type { ProcedureProfile } from '../../../contract/values.ts';
import { documentKinds } from '../../../contract/words.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { DocumentData } from './document.data.ts';
import { documentTitle, groundOf } from './document.rules.ts';
import { documentParts } from './document.template.ts';
import { sampleCases, sampleDocuments } from './document-samples.data.ts';
import { documentValues, obligatoryValues } from './document-values.rules.ts';
import { faultsOfTemplate, titleUnder, unsaidValues } from './template.rules.ts';
import { getPublishedTemplates, getTemplate } from './template.store.ts';

type Published = Awaited<ReturnType<typeof getPublishedTemplates>>[number];

const versionOf = ({ version, profile, publishedAt, publishedBy }: Published): TemplateVersion => ({
  version,
  publishedAt,
  publishedBy,
  ...(profile !== null && { profile }),
});
const first: TemplateVersion = { version: 1 };

/** The templates under which documents are issued today: one of every kind, and those of single profiles. */
export async function listTemplates(read: Read, _: object, call: Call): Promise<Replies['GET /document-templates']> {
  const published = await getPublishedTemplates(read, call.district, null);
  const templates = documentKinds.flatMap((kind) => {
    const newest = new Map<string, TemplateVersion>([['', first]]);
    for (const row of published.filter((each) => each.kind === kind).reverse())
      newest.set(row.profile ?? '', versionOf(row));
    return [...newest.values()].map((version) => ({ kind, ...version }));
  });
  return {
    templates: await Promise.all(
      templates.map(async (each) => ({
        ...each,
        lacks: lackedBy(each.kind, await getTemplate(read, call.district, each)),
      })),
    ),
  };
}

/** What the law wants on papers of the kind that this content, published before that was known here, would leave out. */
const lackedBy = (kind: DocumentKind, content: TemplateContent) => [...unsaidValues(content, sampleCases[kind])];

/** A version of a kind's template, the newest unless told, with what an editor may print. Refuses `not_found`. */
export async function getTemplateView(
  read: Read,
  { kind, version }: { kind: DocumentKind; version?: number },
  call: Call,
): Promise<Replies['GET /document-templates/:kind']> {
  const published = await getPublishedTemplates(read, call.district, kind);
  const versions = [...published.map(versionOf), first];
  const chosen = versions.find((each) => each.version === (version ?? versions[0]?.version));
  if (chosen === undefined) throw new Refusal('not_found');
  const { texts, lists } = documentValues(sampleDocuments[kind]);
  const needed = new Set(obligatoryValues[kind]);
  const content = await getTemplate(read, call.district, { kind, version: chosen.version });
  return {
    kind,
    ...chosen,
    content,
    lacks: lackedBy(kind, content),
    versions,
    values: Object.entries(texts).map(([name, example]) => ({ name, example, obligatory: needed.has(name) })),
    lists: Object.entries(lists).map(([name, [entry = {}]]) => ({
      name,
      obligatory: [...needed].some((each) => each.startsWith(`${name}.`)),
      columns: Object.entries(entry).map(([column, example]) => ({
        name: column,
        example,
        obligatory: needed.has(`${name}.${column}`),
      })),
    })),
  };
}

/** A template on a sample document, and what is wrong with it; nothing is kept. */
export function previewTemplate({
  kind,
  content,
  profile,
}: {
  kind: DocumentKind;
  content: TemplateContent;
  profile?: ProcedureProfile;
}): { faults: FieldFault[]; head: string[]; blocks: PrintedBlock[]; closing: string[] } {
  const faults = faultsOfTemplate(kind, content, sampleCases[kind]);
  // A text that cannot be read prints nothing; what is merely missing does.
  if (faults.some(({ code }) => code !== 'valueMissing')) return { faults, head: [], blocks: [], closing: [] };
  const sample: DocumentData = sampleDocuments[kind];
  const named =
    profile === undefined ? sample : { ...sample, profile, title: documentTitle(kind, profile, groundOf(sample)) };
  const { head, blocks, closing } = documentParts({ ...named, title: titleUnder(content, named) }, content);
  return { faults, head: [head.organ, head.title, head.number].filter((line) => line !== null), blocks, closing };
}
