import type { MyLicence } from '../../../contract/licences.ts';
import type { LocalText } from '../../../contract/values.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { handlingOf, type RenewalTiming, timingOf } from '../cases/index.ts';
import { getVersionsInForce } from '../catalogue/index.ts';
import { getRunningRenewals } from './case-licence.store.ts';

/** The matter by which a licence is renewed. */
export interface RenewalItem {
  readonly itemId: string;
  readonly name: LocalText;
  /** How an application today would stand to a licence's last day. */
  readonly timingOf: (untilDay: string) => RenewalTiming;
}

/** The matters by which licences are renewed today. */
export interface Renewals {
  /** Of this kind, given by this organ; nothing where the district offers none. */
  readonly itemFor: (licence: { readonly title: string; readonly organisationId: string }) => RenewalItem | undefined;
}

/** Every renewal that can be applied for today, by the licence that it renews (ALL 50). */
export async function findRenewals(read: Read, call: Pick<Call, 'district' | 'today'>): Promise<Renewals> {
  const versions = (await getVersionsInForce(read, call)).filter(
    ({ profile, content }) => handlingOf(profile, content) === 'renewal' && content.guideOnly === undefined,
  );
  return {
    itemFor({ title, organisationId }) {
      const found = versions.find(
        ({ decidingOrganId, content }) =>
          content.result.certificate?.title === title &&
          (decidingOrganId === null || decidingOrganId === organisationId),
      );
      return (
        found && {
          itemId: found.itemId,
          name: found.content.name,
          timingOf: (untilDay) => timingOf(untilDay, call.today, found.content.result.certificate?.renewal?.days),
        }
      );
    },
  };
}

/** Adds to licences how their holder renews them: nothing where they have no end, have ended otherwise, or nobody renews them. */
export async function withRenewals(
  read: Read,
  licences: readonly (MyLicence & { readonly organisationId: string })[],
  call: Call,
): Promise<MyLicence[]> {
  const ending = licences.filter(({ state, validity }) => validity.untilDay !== undefined && renewable.includes(state));
  const [renewals, running] =
    ending.length === 0
      ? [undefined, new Map<string, string>()]
      : await Promise.all([
          findRenewals(read, call),
          getRunningRenewals(
            read,
            call.district,
            ending.map(({ licenceId }) => licenceId),
          ),
        ]);
  return licences.map(({ organisationId, ...licence }) => {
    const { untilDay } = licence.validity;
    const item =
      untilDay !== undefined && renewable.includes(licence.state)
        ? renewals?.itemFor({ title: licence.title, organisationId })
        : undefined;
    if (item === undefined || untilDay === undefined) return licence;
    const caseId = running.get(licence.licenceId);
    return { ...licence, renewal: { itemId: item.itemId, ...item.timingOf(untilDay), ...(caseId && { caseId }) } };
  });
}

const renewable: readonly MyLicence['state'][] = ['valid', 'expired'];
