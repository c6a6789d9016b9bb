import { type Endpoint, read, write } from '../../platform/http/endpoints.ts';
import { anyone, staff } from '../people/index.ts';
import { getPublishedYears } from './calendar.store.ts';
import { importCalendar } from './import-calendar.ts';
import { previewDeadline } from './preview-deadline.ts';
import { getRecomputation, type Recomputation } from './recomputation.store.ts';

const view = ({ id, year, total, done, moved, finishedAt }: Recomputation) => ({
  recomputationId: id,
  year,
  total,
  done,
  moved,
  finished: finishedAt !== null,
});

export const deadlinesEndpoints: readonly Endpoint[] = [
  read('GET /deadlines/preview', anyone('district'), previewDeadline),
  read('GET /calendar/years', anyone('district'), async (on, _, call) => ({
    years: await getPublishedYears(on, call.district),
  })),
  write('POST /calendar/years', staff('calendar.import', 'district'), importCalendar, async (on, made, call) =>
    view(await getRecomputation(on, call.district, made.recomputationId)),
  ),
  read('GET /calendar/recomputations/:recomputationId', staff('calendar.import', 'district'), async (on, input, call) =>
    view(await getRecomputation(on, call.district, input.recomputationId)),
  ),
];
