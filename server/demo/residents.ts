import { maskName } from '../../contract/identifiers.ts';
import type { Assurance } from '../../contract/values.ts';
import { addResident } from '../modules/people/index.ts';
import type { Tx } from '../platform/database/index.ts';
import type { Call } from '../platform/http/call.ts';

/**
 * A well-formed number of the years from 1900 on, which no living person holds (GB 11643); another one for each sequence number.
 * Below a thousand are the demo's own people.
 */
export function sampleNumber(sequence: number): string {
  const born = Temporal.PlainDate.from('1900-01-01').add({ days: Math.floor(sequence / 1000) });
  const body = `431302${born.toString().replaceAll('-', '')}${String(sequence % 1000).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + '10X98765432'[sum % 11];
}

/** A mobile number of the series that the demo's people have. */
export const samplePhone = (sequence: number) => `130${String(sequence).padStart(8, '0')}`;

const families = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰春红文建国志海山林云雪梅'];

/** A name of three characters, marked as a sample. */
export function sampleName(sequence: number): string {
  const [second, third] = [given[sequence % given.length], given[Math.floor(sequence / given.length) % given.length]];
  return `样例·${families[Math.floor(sequence / 7) % families.length]}${second}${third}`;
}

/** An old lady and her granddaughter, who acts for her by a mandate. */
export const grandmother = { name: '样例·李奶奶', residentNumber: sampleNumber(2), phone: '13000000001' };
export const granddaughter = { name: '样例·李小妹', residentNumber: sampleNumber(4), phone: '13000000004' };

/** Residents to become: the two whose cards were seen, a shopkeeper who declared himself, and someone new. */
export async function foundResidents(tx: Tx, regionId: string, call: Call): Promise<void> {
  const people: readonly { phone: string; name: string | null; number: string | null; assurance: Assurance }[] = [
    ...[grandmother, granddaughter].map(({ name, residentNumber, phone }) => ({
      phone,
      name,
      number: residentNumber,
      assurance: 'verified' as const,
    })),
    { phone: '13000000002', name: '样例·刘某某', number: sampleNumber(3), assurance: 'declared' },
    { phone: '13000000003', name: null, number: null, assurance: 'none' },
  ];
  for (const { phone, name, number, assurance } of people)
    await addResident(
      tx,
      {
        phone,
        assurance,
        regionId,
        ...(name !== null &&
          number !== null && { identity: { name, residentNumber: number }, maskedName: maskName(name) }),
      },
      call,
    );
}
