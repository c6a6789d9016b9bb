import type { Static, TObject, TProperties, TSchema } from 'typebox';

/**
 * One route as server and web agree on it. The key in the table is `"METHOD /path/:name"`, served under `/api`.
 * `input` is one flat object: names that stand in the path travel there, the rest in the query (GET) or the JSON body.
 */
export interface RouteContract<Input extends TObject = TObject, Reply extends TSchema = TSchema> {
  readonly summary: string;
  readonly input: Input;
  readonly reply: Reply;
  /** `bytes`: the request body is a raw file and every input travels in the path or query. */
  readonly body?: 'json' | 'bytes';
  /** `bytes`: the reply is a file; `reply` then describes nothing. */
  readonly answer?: 'json' | 'bytes';
}

/** Names a route for inference; adds nothing. */
export function route<Input extends TObject<TProperties>, Reply extends TSchema>(
  contract: RouteContract<Input, Reply>,
): RouteContract<Input, Reply> {
  return contract;
}

export type InputOf<R> = R extends RouteContract<infer I, TSchema> ? Static<I> : never;
export type ReplyOf<R> = R extends RouteContract<TObject, infer O> ? Static<O> : never;
