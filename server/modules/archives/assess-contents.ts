import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ArchivePoint } from '../../../contract/archives.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { isSigned } from '../../platform/ledger/verify.ts';
import { type DataKey, openJson } from '../../platform/vault/index.ts';
import type { Case } from '../cases/index.ts';
import { getItemVersion } from '../catalogue/index.ts';
import { getDocumentViews } from '../documents/index.ts';
import {
  type DocumentProof,
  getDocumentProofs,
  getLedgerOf,
  getMaterialsToPack,
  type LedgerOfCase,
} from './contents.queries.ts';
import { actsOf, damagesOf, differences, type ExtractRow, type LedgerExtract, sha256 } from './extract.rules.ts';
import type { Contents } from './gather-contents.ts';
import { inspectFile } from './inspect-file.ts';
import { type DocumentFacts, type Evidence, type FileFacts, neededParts } from './property.rules.ts';

/** What the check of a package found. */
export interface Assessed {
  readonly report: readonly ArchivePoint[];
  /** Pages by path, of those that have any. */
  readonly pages: ReadonlyMap<string, number>;
}

/**
 * What a package says and holds, against the case as the product keeps it now. The same for one that is about to be
 * kept and for one that lies in the store; acts after the package was made are no part of it.
 */
export async function assessContents(
  read: Read,
  { manifest, files }: Pick<Contents, 'manifest' | 'files'>,
  theCase: Case,
  call: Call,
): Promise<Evidence> {
  const { district } = call;
  const caseId = theCase.id;
  const extract = readExtract(files);
  const [views, proofs, { materials, files: filed }, ledger, version] = await Promise.all([
    getDocumentViews(read, district, caseId),
    getDocumentProofs(read, district, caseId),
    getMaterialsToPack(read, district, caseId),
    getLedgerOf(read, district, { caseId, ...(extract?.seal && { sealNumber: extract.seal.number }) }),
    getItemVersion(read, district, theCase.itemVersionId),
  ]);
  const today: ExtractRow[] = ledger.rows.map(({ hash, ...row }) => ({ ...row, hash: hash.toString('hex') }));
  const allActs = actsOf(today);
  const acts = allActs.filter(({ sequence }) => sequence <= manifest.ledger.sequence);
  const named = new Set(acts.flatMap(({ documents }) => documents));
  const namedLater = new Set(allActs.flatMap(({ documents }) => documents)).difference(named);
  const packed = new Map(manifest.documents.map((document) => [document.documentId, document]));

  const documents = [
    ...views.filter(({ documentId }) => !namedLater.has(documentId)),
    // What the package knows and the product has lost.
    ...manifest.documents
      .filter(({ documentId }) => !namedLater.has(documentId) && !views.some((view) => view.documentId === documentId))
      .map((document) => ({ ...document, served: true, overtaken: undefined })),
  ].map(({ documentId, kind, title, served, overtaken }): DocumentFacts => {
    const path = packed.get(documentId)?.path ?? undefined;
    const bytes = path === undefined ? undefined : files.get(path);
    const proof = proofs.get(documentId);
    return {
      documentId,
      kind,
      title,
      packed: bytes !== undefined,
      named: named.has(documentId),
      dataAgrees:
        proof !== undefined && isFrozen(proof, theCase.key) && packed.get(documentId)?.digest === hex(proof.digest),
      pdfAgrees: bytes === undefined || proof?.pdfSha256 == null || hex(proof.pdfSha256) === sha256(bytes),
      served,
      overtaken: overtaken !== undefined,
    };
  });

  const listed = new Set(manifest.entries.map(({ path }) => path));
  return {
    access: manifest.access,
    files: await Promise.all(manifest.entries.map((entry) => factsOfFile(entry, files.get(entry.path)))),
    unlisted: [...files.keys()].filter((path) => !listed.has(path)),
    documents,
    digests: new Map([...proofs].map(([id, { digest }]) => [id, hex(digest)])),
    acts,
    damages: [
      ...damagesOf(today, ledger.head && { sequence: ledger.head.sequence, hash: hex(ledger.head.hash) }),
      ...(extract === undefined ? [] : differences(extract.rows, today)),
    ],
    seal: judgeSeal(extract, ledger, district),
    materials: materials.map(({ requirementKey }) => {
      const title = version.content.materials.find(({ key }) => key === requirementKey)?.name.zh ?? requirementKey;
      return {
        title,
        filed: filed.filter((file) => file.requirementKey === requirementKey).length,
        packed: manifest.materials.find((material) => material.title === title)?.files ?? 0,
      };
    }),
    neededParts: neededParts({
      ending: manifest.case.ending,
      outcome: theCase.outcome,
      isCertified: version.content.result.certificate !== undefined,
      hasFiles: filed.length > 0,
      isReviewed: theCase.tasks.some(({ state }) => state === 'done'),
    }),
  };
}

const hex = (bytes: Buffer) => bytes.toString('hex');

async function factsOfFile(
  entry: Contents['manifest']['entries'][number],
  bytes: Buffer | undefined,
): Promise<FileFacts> {
  const { path, title, part, mediaType, system } = entry;
  return {
    path,
    title,
    part,
    mediaType,
    system,
    listed: { bytes: entry.bytes, sha256: entry.sha256 },
    found: bytes === undefined ? undefined : { ...(await inspectFile(bytes)), sha256: sha256(bytes) },
  };
}

/** The frozen data still give the salted digest that was noted when the document was issued. */
function isFrozen({ sealedData, digest }: DocumentProof, key: DataKey): boolean {
  try {
    const { salt, data } = openJson<{ salt: string; data: unknown }>(key, sealedData);
    return createHash('sha256')
      .update(salt)
      .update(canonicalize(data) as string)
      .digest()
      .equals(digest);
  } catch {
    return false;
  }
}

function readExtract(files: ReadonlyMap<string, Buffer>): LedgerExtract | undefined {
  const [, bytes] = [...files].find(([path]) => /-ledger\/\d+-ledger\.json$/.test(path)) ?? [];
  try {
    return bytes && (JSON.parse(bytes.toString('utf8')) as LedgerExtract);
  } catch {
    return undefined;
  }
}

/** The seal in the extract is signed, saw the extract's own row, and stands in the row of seals as it did. */
function judgeSeal(extract: LedgerExtract | undefined, ledger: LedgerOfCase, district: string): Evidence['seal'] {
  const said = extract?.seal;
  if (said == null) return 'none';
  const bytes = (text: string) => Buffer.from(text, 'hex');
  const seal = {
    ...said,
    root: bytes(said.root),
    previousRoot: bytes(said.previousRoot),
    signature: bytes(said.signature),
    publicKey: bytes(said.publicKey),
  };
  const sawRow = extract?.rows.some(({ sequence, hash }) => sequence === said.leaf.sequence && hash === said.leaf.hash);
  const { seal: now } = ledger;
  const stands = now?.root.equals(seal.root) && now.publicKey.equals(seal.publicKey);
  return isSigned(seal, district) && sawRow && stands ? 'valid' : 'wrong';
}
