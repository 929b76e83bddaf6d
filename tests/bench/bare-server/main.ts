/**
 * What the host is compared with under load: Hono on Node, and one route that answers bytes it was given. Started as a process of its own,
 * with the head and the body of the answer as JSON in its arguments.
 */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import * as z from 'zod/mini';

const answerSchema = z.object({ headers: z.record(z.string(), z.string()), body: z.string() });
const { headers, body } = answerSchema.parse(JSON.parse(process.argv[2] ?? ''));
const bytes = new Uint8Array(Buffer.from(body, 'base64'));

const app = new Hono().get('/api/entry', () => new Response(bytes, { headers }));

const server = serve({ fetch: app.fetch, port: 0, hostname: 'localhost' }, ({ port }) => {
  console.log(`http://localhost:${port}`);
});
process.once('SIGTERM', () => server.close());
