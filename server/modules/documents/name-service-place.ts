import type { DeliveryMethod } from '../../../contract/values.ts';
import type { ResidentCall, StaffCall } from '../people/index.ts';
import type { Places } from '../places/index.ts';

/** Where it was handed over: in the account, at the window of who handed it over, or in the place that the village agent serves. */
export function nameServicePlace(
  method: DeliveryMethod,
  call: ResidentCall | StaffCall,
  { base, places }: { base: { readonly name: { readonly zh: string } }; places: Places },
): string {
  if (method === 'ELECTRONIC') return '申请人的门口办账户';
  const post = 'staff' in call ? call.staff.post : undefined;
  const place =
    method === 'ENTRUSTED' ? places.regionById(post?.areaRegionId ?? '') : places.centerById(post?.centerId ?? '');
  return (place ?? base).name.zh;
}
