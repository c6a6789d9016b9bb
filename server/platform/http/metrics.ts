import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Database, sql } from '../database/index.ts';

/** `/metrics` in Prometheus' text: requests by route, the pool, the jobs, the process. No label names a person. */
export function serveMetrics(app: FastifyInstance, db: Database): void {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const requests = new Histogram({
    name: 'doorstep_request_seconds',
    help: 'Time of requests by route and status',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [register],
  });
  new Gauge({
    name: 'doorstep_pool_connections',
    help: 'Connections of the pool by state',
    labelNames: ['state'],
    registers: [register],
    collect() {
      this.set({ state: 'total' }, db.pool.totalCount);
      this.set({ state: 'idle' }, db.pool.idleCount);
      this.set({ state: 'waiting' }, db.pool.waitingCount);
    },
  });
  new Gauge({
    name: 'doorstep_jobs',
    help: 'Jobs by state',
    labelNames: ['state'],
    registers: [register],
    async collect() {
      const { rows } = await sql<{
        state: string;
        count: number;
      }>`select state, count(*)::int as count from jobs group by state`.execute(db);
      this.reset();
      for (const { state, count } of rows) this.set({ state }, count);
    },
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    requests.observe(
      { route: `${request.method} ${route}`, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
  });
  app.get('/metrics', { schema: { hide: true } as never }, async (_, reply) =>
    reply.type(register.contentType).send(await register.metrics()),
  );
}
