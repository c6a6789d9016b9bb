import { tidy } from '../../../contract/typing.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { DataKey } from '../../platform/vault/index.ts';
import type { DocumentContent } from '../documents/index.ts';
import { issueDocument, printedNumber } from '../documents/index.ts';
import { nameIndex, numberIndex, tidyNumber } from '../people/index.ts';
import type { Organ } from '../places/index.ts';
import { predecessorOf, renewableStates } from './licence.rules.ts';
import {
  findLicenceTerm,
  getHeldLicences,
  insertLicence,
  type LicenceHolder,
  type LicenceNumber,
  lockState,
  saveLicenceState,
  takeLicenceNumber,
} from './licence.store.ts';

type CertificateContent = Extract<DocumentContent, { kind: 'certificate' }>;

export interface RegisterLicence {
  /** The organ that gives it. */
  readonly organ: Organ;
  readonly subject: { readonly kind: 'case'; readonly id: string };
  /** The case's key: with it the holder is sealed, and goes when the case is erased. */
  readonly key: DataKey;
  readonly holder: LicenceHolder;
  /** 张** of a person; a firm's name is public (`maskHolder`). */
  readonly maskedHolder: string;
  readonly certificate: {
    readonly title: string;
    /** The 字 of its number. */
    readonly word: string;
    readonly rows: { label: string; text: string }[];
    readonly statement: string;
    /**
     * 延续: it takes the place of the holder's licence of this kind, if there is one under his name and number, and keeps
     * its number (行政许可法 art. 50).
     */
    readonly renews: boolean;
    /** 变更: the same with a change of what it says (行政许可法 art. 49). */
    readonly changes?: boolean;
  };
  /** The licence whose place it takes, where the case was filed for that one; else it is looked for. */
  readonly replaces?: string;
  /** It was renewed by law, since nobody decided in time (行政许可法 art. 50). */
  readonly renewedByLaw?: boolean;
  /** Its matter directly concerns public safety, health, life or property (行政许可法 art. 78, 79). */
  readonly safetyMatter?: boolean;
  /** 历史存量: given before this system and entered from the paper file, so that no case stands behind it. */
  readonly imported?: true;
  /** Its holder applied online, and is served in his account. */
  readonly filedOnline?: boolean;
  /** Its holder agreed to electronic service. */
  readonly agreedElectronic?: boolean;
  readonly item: { readonly id: string; readonly name: string; readonly code: string };
  /** What the certificate's head says beside that, as for every other document. */
  readonly head: Omit<CertificateContent, 'kind' | 'certificateTitle' | 'version' | 'rows' | 'statement' | 'item'>;
  readonly fromDay: string;
  /** Its last day; null: for good 长期. */
  readonly untilDay: string | null;
}

export interface RegisteredLicence {
  readonly licenceId: string;
  readonly documentId: string;
  readonly number: string;
  readonly version: number;
  /** Salted digest of the certificate's frozen data, hex. */
  readonly digest: string;
}

/**
 * Enters a licence in the register and issues its certificate, in the transaction of the decision. It takes the lock of
 * the number's counter, so acts call it late, before the decision's own document, which names the number. Refuses `licence_suspended` where it
 * would renew around a suspension.
 */
export async function registerLicence(tx: Tx, input: RegisterLicence, call: Call): Promise<RegisteredLicence> {
  const { organ, certificate, holder, key, subject } = input;
  const { district } = call;
  const licenceId = newId();
  const holderIndex = holder.number === null ? null : numberIndex(tidyNumber(holder.number));
  const before =
    certificate.renews || certificate.changes ? await findPredecessor(tx, input, holderIndex, call) : undefined;
  const number: LicenceNumber =
    before === undefined
      ? await takeLicenceNumber(tx, district, { organId: organ.id, word: certificate.word, year: call.today.year })
      : { word: before.word, year: before.year, number: before.number, version: before.version + 1 };
  const paper = await issueDocument(
    tx,
    {
      organ,
      subject,
      key,
      maskedHolder: input.maskedHolder,
      licence: number,
      content: {
        ...input.head,
        kind: 'certificate',
        item: { name: input.item.name, code: input.item.code },
        certificateTitle: certificate.title,
        version: number.version,
        rows: certificate.rows,
        statement: certificate.statement,
      },
    },
    call,
  );
  // Nothing of this act reads the register: its rows leave with the commit, and the counters are held one flight less.
  if (before !== undefined)
    tx.atCommit.push((closing) =>
      saveLicenceState(closing, district, { id: before.id, state: 'replaced', stateDay: call.today }),
    );
  tx.atCommit.push((closing) =>
    insertLicence(closing, district, {
      ...number,
      id: licenceId,
      title: certificate.title,
      organId: organ.id,
      item: input.item,
      caseId: subject.id,
      caseNo: input.head.caseNumber,
      documentId: paper.documentId,
      day: call.today,
      fromDay: input.fromDay,
      untilDay: input.untilDay,
      key,
      holder,
      maskedHolder: input.maskedHolder,
      nameIndex: nameIndex(tidy(holder.name)),
      numberIndex: holderIndex,
      renewedByLaw: input.renewedByLaw ?? false,
      safetyMatter: input.safetyMatter ?? false,
      imported: input.imported ?? false,
      filedOnline: input.filedOnline ?? false,
      agreedElectronic: input.agreedElectronic ?? false,
      at: call.now,
    }),
  );
  const printed = paper.number ?? '';
  append(tx, call, {
    subject: { kind: 'licence', id: licenceId },
    act: 'licence.registered',
    place: organ.id,
    facts: {
      caseId: subject.id,
      documentId: paper.documentId,
      number: printed,
      version: number.version,
      digest: paper.digest,
      fromDay: input.fromDay,
      untilDay: input.untilDay,
      replaces: before?.id ?? null,
      byLaw: input.renewedByLaw ?? false,
      ...(input.imported && { imported: true }),
    },
  });
  if (before !== undefined)
    append(tx, call, {
      subject: { kind: 'licence', id: before.id },
      act: 'licence.replaced',
      place: organ.id,
      facts: { by: licenceId, caseId: subject.id },
    });
  return {
    licenceId,
    documentId: paper.documentId,
    number: printed,
    version: number.version,
    digest: paper.digest,
  };
}

/**
 * Asked again while there is one: who waited for another renewal's lock finds its licence replaced, and sees only with
 * the next question what that renewal left. Refuses: busy, when ever new renewals come between.
 */
async function findPredecessor(
  tx: Tx,
  { organ, certificate, holder, replaces }: RegisterLicence,
  holderIndex: Buffer | null,
  call: Call,
): Promise<(LicenceNumber & { readonly id: string }) | undefined> {
  if (replaces !== undefined) return lockReplaced(tx, replaces, call);
  if (holderIndex === null) return undefined;
  const of = { organId: organ.id, title: certificate.title, numberIndex: holderIndex, states: renewableStates };
  for (let asked = 0; asked < 20; asked += 1) {
    const found = predecessorOf(await getHeldLicences(tx, call.district, of), holder.name);
    if (found === undefined) return undefined;
    const state = await lockState(tx, call.district, found.id, renewableStates);
    if (state === 'suspended') throw new Refusal('licence_suspended', { number: printedNumber(found) ?? '' });
    if (state !== undefined) return found;
  }
  throw new Refusal('busy');
}

/** Refuses `licence_ended` where the licence was revoked, recalled or cancelled meanwhile, `licence_suspended` where it rests. */
async function lockReplaced(tx: Tx, licenceId: string, call: Call): Promise<LicenceNumber & { readonly id: string }> {
  const state = await lockState(tx, call.district, licenceId, renewableStates);
  const licence = await findLicenceTerm(tx, call.district, licenceId);
  const number = licence === undefined ? '' : (printedNumber(licence.printed) ?? '');
  if (state === 'suspended') throw new Refusal('licence_suspended', { number });
  if (state === undefined || licence === undefined)
    throw new Refusal('licence_ended', { number, state: licence?.state ?? '' });
  return { id: licenceId, ...licence.printed };
}
