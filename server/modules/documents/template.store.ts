import type { DocumentKind, TemplateContent } from '../../../contract/documents.ts';
import type { ProcedureProfile } from '../../../contract/values.ts';
import { machineNow } from '../../platform/clock.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { firstTemplates } from './templates.data.ts';

/** A version of a template; those of one kind are counted together, whatever their profile. */
export interface StoredTemplate {
  readonly version: number;
  readonly content: TemplateContent;
}

/** Published versions never change: each is read once in the life of the process. */
const read = new Map<string, TemplateContent>();

/** A version of a kind's template; 1 comes with the product. Refuses `not_found`. */
export async function getTemplate(
  on: Read,
  district: string,
  { kind, version }: { kind: DocumentKind; version: number },
): Promise<TemplateContent> {
  if (version === 1) return firstTemplates[kind];
  const key = `${district} ${kind} ${version}`;
  const known = read.get(key);
  if (known !== undefined) return known;
  const { rows } = await sql<{ content: TemplateContent }>`
    select content from document_templates where district = ${district} and kind = ${kind} and version = ${version}
  `.execute(on);
  const content = rows[0]?.content;
  if (content === undefined) throw new Refusal('not_found');
  read.set(key, content);
  return content;
}

/** Another instance's publication is seen after this at the latest. */
const copyKeptFor = Temporal.Duration.from({ seconds: 60 });
/** By district, kind and profile; every paper asks for it. */
let inForce = new Map<string, { version: number; readAt: Temporal.Instant }>();

/** The version under which a document of this kind and profile is issued today: the newest of its own profile, else of all. */
export async function getTemplateInForce(
  on: Read,
  district: string,
  { kind, profile }: { kind: DocumentKind; profile: ProcedureProfile },
): Promise<StoredTemplate> {
  // What was read before a publication goes into the copies of before it.
  const copies = inForce;
  const key = `${district} ${kind} ${profile}`;
  const now = machineNow();
  const copy = copies.get(key);
  const isFresh = copy !== undefined && Temporal.Instant.compare(now, copy.readAt.add(copyKeptFor)) < 0;
  const version = isFresh ? copy.version : await readVersionInForce(on, district, { kind, profile });
  if (!isFresh) copies.set(key, { version, readAt: now });
  return { version, content: await getTemplate(on, district, { kind, version }) };
}

async function readVersionInForce(
  on: Read,
  district: string,
  { kind, profile }: { kind: DocumentKind; profile: ProcedureProfile },
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select version from document_templates
    where district = ${district} and kind = ${kind} and (profile is null or profile = ${profile})
    order by profile nulls last, version desc limit 1
  `.execute(on);
  return rows[0]?.version ?? 1;
}

/** Keeps the version after `basedOn`; nothing where somebody else published it first. */
export async function insertTemplate(
  tx: Tx,
  district: string,
  template: {
    kind: DocumentKind;
    profile: ProcedureProfile | null;
    basedOn: number;
    content: TemplateContent;
    at: Temporal.Instant;
    staffId: string;
  },
): Promise<{ id: string; version: number } | undefined> {
  const { rows } = await sql<{ id: string; version: number }>`
    insert into document_templates (district, id, kind, profile, version, content, published_at, published_by_staff_id)
    select ${district}, ${newId()}, ${template.kind}, ${template.profile}, ${template.basedOn + 1}, ${JSON.stringify(template.content)}::jsonb,
      ${template.at}, ${template.staffId}
    where ${template.basedOn}::integer = (
      select coalesce(max(version), 1) from document_templates where district = ${district} and kind = ${template.kind})
    on conflict (district, kind, version) do nothing
    returning id, version
  `.execute(tx);
  tx.afterCommit.push(() => {
    inForce = new Map();
  });
  return rows[0];
}

/** What was published of a kind, or of all kinds, newest first. */
export async function getPublishedTemplates(
  on: Read,
  district: string,
  kind: DocumentKind | null,
): Promise<
  { kind: DocumentKind; profile: ProcedureProfile | null; version: number; publishedAt: string; publishedBy: string }[]
> {
  const { rows } = await sql<{
    kind: DocumentKind;
    profile: ProcedureProfile | null;
    version: number;
    publishedAt: string;
    publishedBy: string;
  }>`
    select t.kind, t.profile, t.version, t.published_at, s.name as published_by
    from document_templates t join staff s on s.district = t.district and s.id = t.published_by_staff_id
    where t.district = ${district} and (${kind}::text is null or t.kind = ${kind})
    order by t.kind, t.version desc
  `.execute(on);
  return rows;
}
