import { expect, test } from 'vitest';
import type { DocumentKind } from '../../../contract/documents.ts';
import { documentKinds, internalPapers } from '../../../contract/words.ts';
import { transact } from '../../platform/database/index.ts';
import { submitLicence } from '../../tests/support/filing.ts';
import { openTown } from '../../tests/support/town.ts';
import { everywhere, getCase } from '../cases/case.store.ts';
import { sampleDocuments } from '../documents/document-samples.data.ts';
import { type DocumentContent, issueDocument } from '../documents/index.ts';
import { loadPlaces } from '../places/index.ts';

const town = await openTown({ on: '2026-03-02T09:00' });

/** A paper of a case, as an act would issue it. */
async function issue(caseId: string, kind: DocumentKind): Promise<string> {
  const theCase = await getCase(town.db, town.district, caseId, everywhere);
  const organ = (await loadPlaces(town.db, town.district)).organById(theCase.decidingOrganId ?? '');
  if (organ === undefined) throw new Error('The case has its organ.');
  const { organ: _organ, title, number, issueDay, verificationUrl, demo, ...content } = sampleDocuments[kind];
  const { documentId } = await transact(town.db, (tx) =>
    issueDocument(
      tx,
      {
        content: content as DocumentContent,
        organ,
        subject: { kind: 'case', id: caseId },
        key: theCase.key,
        maskedHolder: theCase.maskedApplicant,
      },
      town.systemCall(),
    ),
  );
  return documentId;
}

test('what officers write to one another is in the case of staff and nowhere for its applicant, not even by its address', async () => {
  const resident = await town.resident();
  const { caseId, caseNo, queryCode } = await submitLicence(town, resident);
  const ids = await Promise.all(internalPapers.map((kind) => issue(caseId, kind)));
  const open = await issue(caseId, 'extensionNotice');
  await town.settle();

  const staff = await town.clerk.call('GET /cases/:caseId', { caseId });
  expect(staff.documents.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...internalPapers]));
  const own = await resident.call('GET /my/cases/:caseId', { caseId });
  const queried = await town.visitor.call('POST /case-queries', { caseNo: caseNo ?? '', queryCode });
  for (const { documents } of [own, queried]) {
    const kinds = documents.map(({ kind }) => kind);
    expect(kinds).toContain('extensionNotice');
    expect(kinds.filter((kind) => internalPapers.includes(kind))).toEqual([]);
  }
  const read = async (documentId: string) => (await resident.raw('GET', `/api/my/documents/${documentId}/pdf`)).status;
  expect(await read(open)).toBe(200);
  for (const documentId of ids) expect(await read(documentId)).toBe(404);
});

test('a document of every kind can be issued, numbered where its kind has a 字, and rendered', async () => {
  const { caseId } = await submitLicence(town, await town.resident());
  const before = (await town.clerk.call('GET /cases/:caseId', { caseId })).documents.length;
  const kinds = documentKinds.filter((kind) => kind !== 'certificate');
  for (const kind of kinds) await issue(caseId, kind);
  await town.settle();
  const { documents } = await town.clerk.call('GET /cases/:caseId', { caseId });
  expect(documents).toHaveLength(before + kinds.length);
  expect(documents.filter(({ ready }) => !ready)).toEqual([]);
});
