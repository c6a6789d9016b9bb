import type { Tx } from '../../platform/database/index.ts';
import { dropBytes } from '../../platform/files/content.ts';
import { keepBytes } from '../../platform/files/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { filesFolder } from '../../platform/installation.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { seal } from '../../platform/vault/index.ts';
import { type Case, everywhere, lockCase, saveCase } from '../cases/index.ts';
import { getClocks } from '../deadlines/index.ts';
import { type DocumentContent, getPdf, issueDocument } from '../documents/index.ts';
import { getStaffNames, type StaffCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { lockArchive, savePackage, saveReport } from './archive.store.ts';
import { getLedgerOf } from './contents.queries.ts';
import { sha256 } from './extract.rules.ts';
import { contentsDigest, type Manifest, partOf, withPiece } from './manifest.rules.ts';
import { packContents } from './pack-contents.ts';
import { type Archivist, archiveCheckReport, archiveList, type PaperWords, reviewSheet } from './paper.rules.ts';
import { opinionWords, pointWords, propertyWords, retentionWords, taskWords } from './point-words.data.ts';
import { type PreparedArchive, prepareArchive } from './prepare-archive.ts';
import { isSound } from './property.rules.ts';

const words: PaperWords = {
  property: ({ property }) => propertyWords[property],
  point: ({ point }) => pointWords[point],
  retention: ({ retention }) => retentionWords[retention.class],
  step: (kind) => taskWords[kind] ?? kind,
  opinion: (opinion) => (opinion === null ? '' : opinionWords[opinion]),
};

/**
 * 归档 (OGS art. 12): a package that passed the four-property check is sealed under the case's key and kept; its digest
 * goes into archive and ledger, and a completed case becomes ARCHIVED. One that fails waits with the list of what is
 * missing. Refuses `archive_moved_on` when it is kept already.
 */
export async function buildArchive(
  tx: Tx,
  { archiveId }: { archiveId: string },
  call: Call | StaffCall,
  prepared: PreparedArchive | undefined,
): Promise<{ archiveId: string }> {
  const { district } = call;
  const archive = await lockArchive(tx, district, archiveId, 'staff' in call ? call.staff.scope : undefined);
  if (archive.archivedAt !== null) {
    if ('staff' in call) throw new Refusal('archive_moved_on', { state: archive.state });
    return { archiveId };
  }
  const theCase = await lockCase(tx, district, archive.caseId, everywhere);
  // What was gathered outside the lock may be behind the case by an act, such as a notice handed over.
  const { head } = await getLedgerOf(tx, district, { caseId: theCase.id });
  const isFresh = prepared !== undefined && prepared.manifest.ledger.sequence === head?.sequence;
  const current = isFresh ? prepared : await prepareArchive(tx, { archiveId }, call);
  if (current === undefined) return { archiveId };
  if (!isSound(current.report)) {
    await saveReport(
      tx,
      district,
      { archiveId, state: 'FAILED_CHECK', report: current.report, key: theCase.key },
      call.now,
    );
    return { archiveId };
  }
  await keepPackage(tx, theCase, current, call);
  return { archiveId };
}

async function keepPackage(tx: Tx, theCase: Case, prepared: PreparedArchive, call: Call | StaffCall): Promise<void> {
  const { district } = call;
  const archivist: Archivist = {
    name: 'staff' in call ? call.staff.name : '门口办系统（自动归档）',
    signedAt: call.now.toString(),
  };
  const { manifest, files, documentIds, digest } = await issuePapers(tx, theCase, prepared, archivist, call);
  const whole = new Map([
    ['manifest.json', Buffer.from(JSON.stringify(manifest, null, 1))],
    ...manifest.entries.flatMap(({ path }) => {
      const file = files.get(path);
      return file === undefined ? [] : [[path, file] as const];
    }),
  ]);
  const bytes = packContents(whole);
  const packageDigest = sha256(bytes);
  const address = await keepBytes(filesFolder(), seal(theCase.key, bytes));
  try {
    await savePackage(
      tx,
      district,
      {
        archiveId: manifest.archiveId,
        address,
        digest: Buffer.from(packageDigest, 'hex'),
        bytes: bytes.length,
        manifest,
        report: prepared.report,
        key: theCase.key,
      },
      call.now,
    );
    if (theCase.state === 'COMPLETED') await saveCase(tx, district, { ...theCase, state: 'ARCHIVED' });
  } catch (error) {
    await dropBytes(filesFolder(), address);
    throw error;
  }
  append(tx, call, {
    subject: { kind: 'case', id: theCase.id },
    act: 'case.archived',
    place: manifest.organ.organId,
    facts: {
      archiveId: manifest.archiveId,
      archiveNumber: manifest.number,
      entries: manifest.entries.length,
      retention: manifest.retention.class,
      disposalDay: manifest.retention.disposalDay ?? null,
      packageDigest,
      packageAddress: address,
      documents: documentIds,
      digest,
    },
  });
}

/** The papers of the archive itself, and the review sheet where the units' opinions stand in no paper yet. */
async function issuePapers(
  tx: Tx,
  theCase: Case,
  { manifest: gathered, files: contents, matter, report, pages: counted, texts }: PreparedArchive,
  archivist: Archivist,
  call: Call,
): Promise<{ manifest: Manifest; files: Map<string, Buffer>; documentIds: string[]; digest: string }> {
  let manifest = gathered;
  const files = new Map(contents);
  const pages = new Map(counted);
  const documentIds: string[] = [];
  let digest = '';
  const { kind, id, postId, organId } = call.actor;
  const issue = async (content: DocumentContent): Promise<void> => {
    const paper = await issueDocument(
      tx,
      {
        content,
        organ: matter.issuingOrgan,
        subject: { kind: 'case', id: theCase.id },
        key: theCase.key,
        maskedHolder: theCase.maskedApplicant,
      },
      call,
    );
    const pdf = await getPdf(tx, call, paper.documentId);
    const title = pdf.name.split(' ')[0] ?? content.kind;
    const { entries, path } = withPiece(manifest.entries, {
      part: partOf(content.kind),
      word: content.kind,
      title,
      mediaType: pdf.mediaType,
      madeAt: call.now.toString(),
      madeBy: { kind, id, postId, organId },
      bytes: pdf.bytes.length,
      sha256: sha256(pdf.bytes),
      documentId: paper.documentId,
    });
    const { documentId, number } = paper;
    const day = call.today.toString();
    const packed = { documentId, kind: content.kind, title, number, day, digest: paper.digest, path };
    manifest = { ...manifest, entries, documents: [...manifest.documents, packed] };
    files.set(path, pdf.bytes);
    documentIds.push(documentId);
    digest = paper.digest;
  };
  const isReviewed = theCase.tasks.some(({ state }) => state === 'done');
  if (isReviewed && !gathered.documents.some(({ kind }) => kind === 'reviewSheet')) {
    const [names, places, clocks] = await Promise.all([
      getStaffNames(
        tx,
        call.district,
        theCase.tasks.flatMap(({ doneBy }) => doneBy ?? []),
      ),
      loadPlaces(tx, call.district),
      getClocks(tx, call.district, { kind: 'case', id: theCase.id }),
    ]);
    const facts = {
      texts,
      lastDay: clocks.find(({ purpose }) => purpose === 'decision')?.dueDay ?? null,
      personName: (id: string) => names.get(id) ?? '',
      organName: (id: string) => places.organById(id)?.name.zh ?? '',
    };
    await issue(reviewSheet(matter, facts, words));
  }
  await issue(archiveList(matter, manifest, { pages, archivist }, words));
  await issue(
    archiveCheckReport(matter, manifest, { report, digest: contentsDigest(manifest.entries), archivist }, words),
  );
  return { manifest, files, documentIds, digest };
}
