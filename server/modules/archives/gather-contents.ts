import { createHash } from 'node:crypto';
import { dayOf } from '../../platform/clock.ts';
import type { Read } from '../../platform/database/index.ts';
import { loadBytes } from '../../platform/files/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { filesFolder } from '../../platform/installation.ts';
import { type DataKey, open, openJson, openText, vault } from '../../platform/vault/index.ts';
import { type Case, getMatter, type Matter } from '../cases/index.ts';
import { getDocumentViews, getPdf } from '../documents/index.ts';
import { getTaskNotes } from '../tasks/index.ts';
import type { Archive } from './archive.store.ts';
import {
  type DocumentProof,
  type FileRow,
  getDocumentProofs,
  getLedgerOf,
  getMaterialsToPack,
  getServicesToPack,
  type LedgerOfCase,
} from './contents.queries.ts';
import { type ExtractRow, type LedgerExtract, sha256 } from './extract.rules.ts';
import {
  accessClass,
  type Entry,
  type Maker,
  type Manifest,
  type PackedDocument,
  type Piece,
  packageFormat,
  partOf,
  sourceSystem,
  withPiece,
} from './manifest.rules.ts';
import { retentionOf } from './retention.data.ts';
import { archiveNumber, retentionFrom } from './retention.rules.ts';

/** What a package is made of: its manifest, and the files that could be had. */
export interface Contents {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, Buffer>;
  readonly matter: Matter;
  /** What the units wrote, by task. */
  readonly texts: ReadonlyMap<string, string>;
}

interface Found extends Omit<Piece, 'bytes' | 'sha256'> {
  /** Undefined: it is gone or damaged. */
  readonly content: Buffer | undefined;
}

/**
 * Reads everything that belongs into the package of a case, in a number of statements that does not grow with it. A
 * file that is gone or damaged leaves a gap, which the check then names.
 */
export async function gatherContents(
  read: Read,
  { archive, theCase }: { archive: Archive; theCase: Case },
  call: Call,
): Promise<Contents> {
  const { district } = call;
  const caseId = theCase.id;
  const [matter, views, proofs, services, { materials, files }, ledger, notes] = await Promise.all([
    getMatter(read, call, theCase),
    getDocumentViews(read, district, caseId),
    getDocumentProofs(read, district, caseId),
    getServicesToPack(read, district, caseId),
    getMaterialsToPack(read, district, caseId),
    getLedgerOf(read, district, { caseId }),
    getTaskNotes(read, district, caseId, theCase.key),
  ]);
  const texts = new Map(
    notes.flatMap(({ taskId, what, text }) => (what === 'opinion' ? [[taskId, text] as const] : [])),
  );
  const makers = makersOf(ledger);
  const { parties, version } = matter;
  const materialName = (key: string) => version.content.materials.find((each) => each.key === key)?.name.zh ?? key;

  const pieces: Found[] = [
    json(call, 'form', '申请信息（表单数据）', 'answers', {
      answers: openJson(theCase.key, theCase.sealedAnswers),
      prefilled: theCase.prefilled,
      parties: parties.map(({ name, number, phone, role, kind, assurance }) => ({
        name,
        number,
        phone,
        role,
        kind,
        assurance,
      })),
      channel: theCase.channel,
      deliveryWish: theCase.deliveryWish,
    }),
    ...(await Promise.all(files.map((file) => pieceOfFile(file, materialName(file.requirementKey))))),
  ];
  for (const view of views) {
    const made = makers.get(view.documentId);
    pieces.push({
      part: partOf(view.kind),
      title: view.title,
      word: view.kind,
      mediaType: 'application/pdf',
      madeAt: made?.at ?? null,
      madeBy: made?.by ?? null,
      content: await loadPdf(read, call, proofs.get(view.documentId), theCase.key),
      documentId: view.documentId,
    });
  }
  pieces.push(
    ...(theCase.tasks.some(({ state }) => state === 'done')
      ? [json(call, 'opinions', '审查意见（任务数据）', 'tasks', { tasks: theCase.tasks, notes })]
      : []),
    json(
      call,
      'service',
      '送达记录',
      'services',
      services.map(({ sealedProof, sealedReceiverName, ...row }) => ({
        ...row,
        proof:
          sealedProof !== null
            ? openJson(theCase.key, sealedProof)
            : sealedReceiverName && { receiverName: openText(theCase.key, sealedReceiverName) },
      })),
    ),
    json(call, 'ledger', '台账摘录', 'ledger', extractOf(ledger)),
  );

  let entries: Entry[] = [];
  const packed = new Map<string, Buffer>();
  for (const { content, ...piece } of pieces) {
    const placed = withPiece(entries, { ...piece, ...sizeOf(content) });
    entries = placed.entries;
    if (content !== undefined) packed.set(placed.path, content);
  }
  const digests = new Map([...proofs].map(([id, { digest }]) => [id, digest.toString('hex')]));
  const endedDay = archive.endedDay;
  const retention = retentionFrom(retentionOf(version, archive.ending), endedDay);
  const last = ledger.rows.at(-1);
  return {
    matter,
    texts,
    files: packed,
    manifest: {
      format: packageFormat,
      archiveId: archive.id,
      number: archiveNumber(retention.class, archive),
      district,
      system: sourceSystem,
      access: accessClass,
      packedAt: call.now.toString(),
      case: {
        caseId,
        caseNo: archive.caseNo,
        ending: archive.ending,
        receivedDay: theCase.receivedAt === null ? null : dayOf(Temporal.Instant.from(theCase.receivedAt)).toString(),
        endedDay,
        applicant: archive.maskedApplicant,
      },
      item: { itemId: version.itemId, code: version.code, version: version.version, name: version.content.name },
      organ: { organId: matter.issuingOrgan.id, name: matter.issuingOrgan.name },
      retention,
      ledger: { sequence: last?.sequence ?? 0, hash: last?.hash.toString('hex') ?? '' },
      documents: views.map(({ documentId, kind, title, number, day }): PackedDocument => {
        const path = entries.find((entry) => entry.documentId === documentId)?.path;
        return {
          documentId,
          kind,
          title,
          number: number ?? null,
          day,
          digest: digests.get(documentId) ?? '',
          path: path !== undefined && packed.has(path) ? path : null,
        };
      }),
      materials: materials.map(({ requirementKey, originals, copies }) => ({
        title: materialName(requirementKey),
        files: files.filter((file) => file.requirementKey === requirementKey).length,
        paper: originals + copies,
      })),
      entries,
    },
  };
}

const sizeOf = (content: Buffer | undefined) => ({
  bytes: content?.length ?? 0,
  sha256: content === undefined ? '' : sha256(content),
});

/** Data of the product, written down as they stand when the package is made. */
function json({ now, actor }: Call, part: Entry['part'], title: string, word: string, value: unknown): Found {
  const content = Buffer.from(JSON.stringify(value, null, 1));
  return { part, title, word, mediaType: 'application/json', madeAt: now.toString(), madeBy: makerOf(actor), content };
}

async function pieceOfFile(file: FileRow, material: string): Promise<Found> {
  const key = vault().unwrap({ id: file.fileId, wrapped: file.wrappedKey });
  return {
    part: 'materials',
    title: `${material}：${openText(key, file.sealedName)}`,
    word: file.requirementKey,
    mediaType: file.mediaType,
    madeAt: file.filedAt,
    madeBy: { kind: file.uploaderKind, id: file.uploaderId, postId: null, organId: null },
    content: await unsealed(file.address, key),
  };
}

/** The PDF as it was rendered; one that no job has rendered yet is rendered now, which gives the same bytes. */
async function loadPdf(
  read: Read,
  call: Call,
  proof: DocumentProof | undefined,
  key: DataKey,
): Promise<Buffer | undefined> {
  if (proof === undefined) return undefined;
  if (proof.pdfAddress === null) return (await getPdf(read, call, proof.id)).bytes;
  const bytes = await unsealed(proof.pdfAddress, key);
  const isSame = bytes !== undefined && proof.pdfSha256?.equals(createHash('sha256').update(bytes).digest());
  return isSame ? bytes : undefined;
}

async function unsealed(address: string, key: DataKey): Promise<Buffer | undefined> {
  try {
    return open(key, await loadBytes(filesFolder(), address));
  } catch {
    return undefined;
  }
}

/** Who made each document, and when, as the chain has it. */
function makersOf({ rows }: LedgerOfCase): Map<string, { at: string; by: Maker }> {
  return new Map(
    rows.flatMap(({ at, body }) => {
      const { actor, facts } = JSON.parse(body) as { actor: Maker; facts: { documents?: readonly string[] } };
      return (facts.documents ?? []).map((documentId) => [documentId, { at, by: makerOf(actor) }] as const);
    }),
  );
}

const toExtractRow = ({ hash, sequence, act, at, body }: LedgerOfCase['rows'][number]): ExtractRow => ({
  sequence,
  act,
  at,
  body,
  hash: hash.toString('hex'),
});

const makerOf = ({ kind, id, postId, organId }: Maker): Maker => ({ kind, id, postId, organId });

function extractOf({ rows, head, seal }: LedgerOfCase): LedgerExtract {
  return {
    rows: rows.map(toExtractRow),
    head: { sequence: head?.sequence ?? 0, hash: head?.hash.toString('hex') ?? '' },
    seal:
      seal === undefined
        ? null
        : {
            number: seal.number,
            day: seal.day,
            sealedAt: seal.sealedAt,
            subjects: seal.subjects,
            root: seal.root.toString('hex'),
            previousRoot: seal.previousRoot.toString('hex'),
            signature: seal.signature.toString('hex'),
            publicKey: seal.publicKey.toString('hex'),
            leaf: { sequence: seal.leafSequence, hash: seal.leafHash.toString('hex') },
          },
  };
}
