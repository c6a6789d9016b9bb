import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { Case } from '../cases/index.ts';
import { getClocks } from '../deadlines/index.ts';
import { type DocumentContent, type FrozenDocument, freezeDocument, renderUnnumbered } from '../documents/index.ts';
import { getStaffNames } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import type { Assessed } from './assess-contents.ts';
import { sha256 } from './extract.rules.ts';
import type { Contents } from './gather-contents.ts';
import { contentsDigest, type Manifest, partOf, withPiece } from './manifest.rules.ts';
import { type Archivist, archiveCheckReport, archiveList, type PaperWords, reviewSheet } from './paper.rules.ts';
import { opinionWords, pointWords, propertyWords, retentionWords, taskWords } from './point-words.data.ts';

const words: PaperWords = {
  property: ({ property }) => propertyWords[property],
  point: ({ point }) => pointWords[point],
  retention: ({ retention }) => retentionWords[retention.class],
  step: (kind) => taskWords[kind] ?? kind,
  opinion: (opinion) => (opinion === null ? '' : opinionWords[opinion]),
};

/**
 * The papers of the archive itself, and the review sheet where the units' opinions stand in no paper yet: rendered and
 * in their places of the package, issued only when it is kept. None of them bears a number.
 */
export async function freezePapers(
  read: Read,
  theCase: Case,
  { manifest: gathered, files: contents, matter, report, pages, texts }: Contents & Assessed,
  archivist: Archivist,
  call: Call,
): Promise<{ manifest: Manifest; files: Map<string, Buffer>; papers: FrozenDocument[] }> {
  let manifest = gathered;
  const files = new Map(contents);
  const papers: FrozenDocument[] = [];
  const { kind, id, postId, organId } = call.actor;
  const add = async (content: DocumentContent): Promise<void> => {
    const paper = await freezeDocument(
      read,
      {
        content,
        organ: matter.issuingOrgan,
        subject: { kind: 'case', id: theCase.id },
        key: theCase.key,
        maskedHolder: theCase.maskedApplicant,
      },
      call,
    );
    const pdf = await renderUnnumbered(paper);
    const { id: documentId, title } = paper.row;
    const { entries, path } = withPiece(manifest.entries, {
      part: partOf(content.kind),
      word: content.kind,
      title,
      mediaType: 'application/pdf',
      madeAt: call.now.toString(),
      madeBy: { kind, id, postId, organId },
      bytes: pdf.length,
      sha256: sha256(pdf),
      documentId,
    });
    const digest = paper.row.digest.toString('hex');
    const packed = { documentId, kind: content.kind, title, number: null, day: call.today.toString(), digest, path };
    manifest = { ...manifest, entries, documents: [...manifest.documents, packed] };
    files.set(path, pdf);
    papers.push(paper);
  };
  const isReviewed = theCase.tasks.some(({ state }) => state === 'done');
  if (isReviewed && !gathered.documents.some((each) => each.kind === 'reviewSheet')) {
    const [names, places, clocks] = await Promise.all([
      getStaffNames(
        read,
        call.district,
        theCase.tasks.flatMap(({ doneBy }) => doneBy ?? []),
      ),
      loadPlaces(read, call.district),
      getClocks(read, call.district, { kind: 'case', id: theCase.id }),
    ]);
    const facts = {
      texts,
      lastDay: clocks.find(({ purpose }) => purpose === 'decision')?.dueDay ?? null,
      personName: (staffId: string) => names.get(staffId) ?? '',
      organName: (organisationId: string) => places.organById(organisationId)?.name.zh ?? '',
    };
    await add(reviewSheet(matter, facts, words));
  }
  await add(archiveList(matter, manifest, { pages, archivist }, words));
  await add(
    archiveCheckReport(matter, manifest, { report, digest: contentsDigest(manifest.entries), archivist }, words),
  );
  return { manifest, files, papers };
}
