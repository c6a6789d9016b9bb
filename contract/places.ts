import { type Static, Type } from 'typebox';
import { route } from './route.ts';
import { At, Day, Id, Level, LocalText, Optional, PageInput } from './values.ts';

/** The district that this installation serves, and what every page needs before anything else. */
export const District = Type.Object({
  key: Type.String(),
  code: Type.String({ description: 'GB/T 2260 code, six digits' }),
  name: LocalText,
  regionId: Id,
  mode: Type.Union([Type.Literal('demo'), Type.Literal('live')]),
  now: At,
  today: Day,
  hotline: Type.String(),
});
export type District = Static<typeof District>;

export const Region = Type.Object({
  id: Id,
  code: Type.String(),
  name: LocalText,
  level: Level,
  parentId: Optional(Id),
});
export type Region = Static<typeof Region>;

/** 政务服务中心, 便民服务中心, 便民服务站: where one goes, with the answer "is it open now?" worked out by the server. */
export const ServiceCenter = Type.Object({
  id: Id,
  name: LocalText,
  level: Level,
  regionId: Id,
  address: LocalText,
  phone: Type.String(),
  hours: Type.Array(
    Type.Object({
      weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 })),
      opens: Type.String({ description: 'HH:MM' }),
      closes: Type.String({ description: 'HH:MM' }),
    }),
  ),
  open: Type.Object({
    now: Type.Boolean(),
    until: Optional(Type.String({ description: 'HH:MM, when open' })),
    nextDay: Optional(Day),
    nextAt: Optional(Type.String({ description: 'HH:MM on nextDay, when closed' })),
  }),
});
export type ServiceCenter = Static<typeof ServiceCenter>;

/** 实施机关: a department, a township government, or another body that has a part in matters. */
export const OrganView = Type.Object({
  organId: Id,
  name: LocalText,
  level: Level,
  place: LocalText,
  regionId: Id,
});
export type OrganView = Static<typeof OrganView>;

export const placesRoutes = {
  'GET /district': route({ summary: 'The district, its day and hour', input: Type.Object({}), reply: District }),
  'GET /regions': route({
    summary: 'The regions under a region (the townships of the district when no parent is named)',
    input: Type.Object({ parentId: Optional(Id) }),
    reply: Type.Object({ regions: Type.Array(Region) }),
  }),
  'GET /organs': route({
    summary: 'The organs of the district',
    input: Type.Object(PageInput),
    reply: Type.Object({ organs: Type.Array(OrganView), next: Optional(Type.String()) }),
  }),
  'GET /service-centers': route({
    summary: 'The service centres for a region, nearest level first: village, township, district',
    input: Type.Object({ regionId: Optional(Id) }),
    reply: Type.Object({ centers: Type.Array(ServiceCenter) }),
  }),
};
