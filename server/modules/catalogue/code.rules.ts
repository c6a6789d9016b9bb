import { checkUscc } from '../../../contract/identifiers.ts';
import { powerTypeCodes, type powerTypes } from '../../../contract/words.ts';

type PowerType = (typeof powerTypes)[number];

/** 基本编码: region 2, type 2, department 2, main item 3, sub item 3. */
const basicLength = 12;
const usccLength = 18;

/** 行使层级 in the digit of an implementation code: 国家, 省, 市, 县, 镇（乡、街道）, 村（社区）. */
export const levelDigits = {
  NATION: '1',
  PROVINCE: '2',
  CITY: '3',
  DISTRICT: '4',
  TOWNSHIP: '5',
  VILLAGE: '6',
} as const;

/** What is wrong with a code, as a word; undefined when nothing is. */
export type CodeFault =
  | 'code_length'
  | 'code_characters'
  | 'code_uscc'
  | 'code_level'
  | 'code_province'
  | 'code_type'
  | 'code_sequence';

/** 实施编码: credit code of the implementing body, level digit, basic code; two digits more name a 业务办理项. */
export function implementationCode(
  uscc: string,
  level: keyof typeof levelDigits,
  basicCode: string,
  sequence?: number,
): string {
  return `${uscc}${levelDigits[level]}${basicCode}${sequence === undefined ? '' : String(sequence).padStart(2, '0')}`;
}

/** The basic code within an implementation or handling code. */
export function basicCodeOf(code: string): string {
  return code.slice(usccLength + 1, usccLength + 1 + basicLength);
}

/** The implementation code of a handling code; one without a sequence is it already. */
export function implementationCodeOf(code: string): string {
  return code.slice(0, usccLength + 1 + basicLength);
}

/**
 * The code of the same item at every township that has a credit code: where a township government decides, each of them
 * is an implementing body of its own.
 */
export function townshipCodes<Organ extends { readonly level: string; readonly uscc?: string }>(
  code: string,
  organs: readonly Organ[],
): { organ: Organ; code: string }[] {
  return organs.flatMap((organ) =>
    organ.level === 'TOWNSHIP' && organ.uscc !== undefined
      ? [
          {
            organ,
            code: `${implementationCode(organ.uscc, 'TOWNSHIP', basicCodeOf(code))}${code.slice(usccLength + 1 + basicLength)}`,
          },
        ]
      : [],
  );
}

/** what is wrong with a basic code; the province may be asked for (00 is the nation's). */
export function basicCodeFaults(
  code: string,
  { province, type }: { province?: string; type?: PowerType } = {},
): CodeFault[] {
  if (code.length !== basicLength) return ['code_length'];
  if (!/^[0-9A-Z]{12}$/.test(code)) return ['code_characters'];
  const faults: CodeFault[] = [];
  const region = code.slice(0, 2);
  if (province !== undefined && region !== '00' && region !== province) faults.push('code_province');
  if (type !== undefined && code.slice(2, 4) !== powerTypeCodes[type]) faults.push('code_type');
  return faults;
}

/** what is wrong with an implementation code (31) or a handling code (33), every fault at once. */
export function codeFaults(
  code: string,
  { level, ...basic }: { level?: keyof typeof levelDigits; province?: string; type?: PowerType } = {},
): CodeFault[] {
  const whole = usccLength + 1 + basicLength;
  if (code.length !== whole && code.length !== whole + 2) return ['code_length'];
  if (!/^[0-9A-Z]+$/.test(code)) return ['code_characters'];
  const faults: CodeFault[] = [];
  if (!checkUscc(code.slice(0, usccLength)).ok) faults.push('code_uscc');
  const digit = code.charAt(usccLength);
  if (level === undefined ? !/[1-6]/.test(digit) : digit !== levelDigits[level]) faults.push('code_level');
  faults.push(...basicCodeFaults(basicCodeOf(code), basic));
  if (code.length > whole && !/^\d{2}$/.test(code.slice(whole))) faults.push('code_sequence');
  return faults;
}
