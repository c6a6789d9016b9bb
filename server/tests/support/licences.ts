import { maskHolder } from '../../../contract/identifiers.ts';
import { findDocument } from '../../modules/documents/document.store.ts';
import { type RegisteredLicence, registerLicence } from '../../modules/licences/index.ts';
import { loadPlaces } from '../../modules/places/index.ts';
import { transact } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { createDataKey, openJson, vault } from '../../platform/vault/index.ts';
import { organOf } from './filing.ts';
import type { Town } from './town.ts';

/** What a test enters in the register. */
export interface Entered {
  /** The case that it came out of. */
  readonly caseId: string;
  readonly name?: string;
  readonly number?: string | null;
  readonly kind?: 'person' | 'firm';
  readonly organ?: string;
  readonly title?: string;
  readonly word?: string;
  readonly untilDay?: string | null;
  readonly renews?: boolean;
  /** Where the register can tell its holder; none unless said. */
  readonly phones?: readonly string[];
}

/** A licence from before the system, entered from its paper file: no case is behind it. */
export function enterImported(town: Town, entered: Omit<Entered, 'caseId'> = {}): Promise<RegisteredLicence> {
  return enter(town, { ...entered, caseId: newId() }, { imported: true });
}

/** A licence in the register, as a decision enters it. */
export function enterLicence(town: Town, entered: Entered): Promise<RegisteredLicence> {
  return enter(town, entered, {});
}

async function enter(town: Town, entered: Entered, origin: { imported?: true }): Promise<RegisteredLicence> {
  const {
    name = '样例·张三丰',
    number = '431302190001010017',
    kind = 'person',
    title = '公共场所卫生许可证',
  } = entered;
  const organId = await organOf(town, entered.organ ?? '区卫生健康局');
  const organ = (await loadPlaces(town.db, town.district)).organById(organId);
  if (organ === undefined) throw new Error('The organ is there.');
  const call = town.systemCall();
  return transact(town.db, async (tx) =>
    registerLicence(
      tx,
      {
        organ,
        subject: { kind: 'case', id: entered.caseId },
        key: createDataKey(tx, town.district),
        holder: { name, number, kind, phones: entered.phones ?? [] },
        maskedHolder: maskHolder({ name, kind }),
        certificate: {
          title,
          word: entered.word ?? '卫证',
          rows: [{ label: '单位名称', text: name }],
          statement: '经审查，准予从事许可事项。',
          renews: entered.renews ?? false,
        },
        item: { id: town.items.hygieneLicence, name: '公共场所卫生许可', code: '431302000000' },
        head: {
          profile: 'LICENSE',
          caseNumber: 'BJ43130220260302000001',
          applicants: [{ name, kind: kind === 'firm' ? 'organisation' : 'person' }],
          contact: { name: null, phone: '0738-0000001' },
          provisionalYears: [],
        },
        ...origin,
        fromDay: town.today(),
        untilDay: entered.untilDay ?? null,
      },
      call,
    ),
  );
}

/** The secret in the QR code of a document. */
export async function tokenOf(town: Town, documentId: string): Promise<string> {
  const stored = await findDocument(town.db, town.district, documentId);
  if (stored === undefined) throw new Error('No such document.');
  const key = vault().unwrap({ id: stored.dataKeyId, wrapped: stored.wrapped });
  const { data } = openJson<{ data: { verificationUrl: string } }>(key, stored.sealedData);
  return data.verificationUrl.split('/').at(-1) ?? '';
}
