import { archivesRoutes } from './archives.ts';
import { casesRoutes } from './cases.ts';
import { catalogueRoutes } from './catalogue.ts';
import { commitmentsRoutes } from './commitments.ts';
import { compilationRoutes } from './compilation.ts';
import { creditRoutes } from './credit.ts';
import { deadlinesRoutes } from './deadlines.ts';
import { devRoutes } from './dev.ts';
import { devolutionRoutes } from './devolution.ts';
import { documentsRoutes } from './documents.ts';
import { handoversRoutes } from './handovers.ts';
import { importsRoutes } from './imports.ts';
import { indicatorsRoutes } from './indicators.ts';
import { licencesRoutes } from './licences.ts';
import { listsRoutes } from './lists.ts';
import { mandatesRoutes } from './mandates.ts';
import { meetingsRoutes } from './meetings.ts';
import { operationsRoutes } from './operations.ts';
import { peopleRoutes } from './people.ts';
import { placesRoutes } from './places.ts';
import { proceduresRoutes } from './procedures.ts';
import type { InputOf, ReplyOf } from './route.ts';
import { standardsRoutes } from './standards.ts';

/** Every route of the product. The server registers exactly these; the web can call nothing else. */
export const routes = {
  ...operationsRoutes,
  ...placesRoutes,
  ...peopleRoutes,
  ...mandatesRoutes,
  ...deadlinesRoutes,
  ...documentsRoutes,
  ...licencesRoutes,
  ...catalogueRoutes,
  ...standardsRoutes,
  ...listsRoutes,
  ...compilationRoutes,
  ...importsRoutes,
  ...creditRoutes,
  ...casesRoutes,
  ...commitmentsRoutes,
  ...meetingsRoutes,
  ...proceduresRoutes,
  ...archivesRoutes,
  ...handoversRoutes,
  ...devolutionRoutes,
  ...indicatorsRoutes,
  ...devRoutes,
};

export type RouteKey = keyof typeof routes;

/** Inputs and replies of the whole table, mapped once: the client indexes it instead of inferring each call. */
export type Inputs = { [K in RouteKey]: InputOf<(typeof routes)[K]> };
export type Replies = { [K in RouteKey]: ReplyOf<(typeof routes)[K]> };
