import type { components, paths } from './schema';

/** Every question and order to the service. Types come from api/openapi.yaml. */

const kBase = '/api/v1';

type GetPath = { [P in keyof paths]: paths[P] extends { get: { responses: { 200: unknown } } } ? P : never }[keyof paths];
type Operation<P extends GetPath> = paths[P] extends { get: infer O } ? O : never;
type Values<O, In extends string> = O extends { parameters: infer All } ? (All extends { [K in In]?: infer V } ? V : never) : never;

export type QueryOf<P extends GetPath> = NonNullable<Values<Operation<P>, 'query'>>;
export type PlaceOf<P extends GetPath> = Values<Operation<P>, 'path'>;
export type Answer<P extends GetPath> =
  Operation<P> extends { responses: { 200: { content: { 'application/json': infer Body } } } } ? Body : never;

/** A question together with the type of its answer. */
export interface Question<Body> {
  address: string;
  body?: Body;
}

export function question<P extends GetPath>(path: P, query?: QueryOf<P>, place?: PlaceOf<P>): Question<Answer<P>> {
  return { address: address_of(path, (place ?? {}) as Record<string, unknown>, (query ?? {}) as Record<string, unknown>) };
}

export interface Reason {
  detail: string;
  detail_en?: string | undefined;
  pointer?: string | undefined;
}

export type Conflict = components['schemas']['Conflict'];

/** What the service refused, or why it could not be asked. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly title_en: string,
    readonly reasons: Reason[] = [],
    readonly conflicts: Conflict[] = [],
  ) {
    super(title_en);
  }
}

/** Whatever went wrong, as something that a page can say. */
export const as_refusal = (cause: unknown): Refusal => (cause instanceof Refusal ? cause : new Refusal(0, String(cause), String(cause)));

export function address_of(path: string, place: Record<string, unknown> = {}, query: Record<string, unknown> = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(place[name] ?? '')));
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') words.set(name, String(value));
  }
  const text = words.toString();
  return (filled.startsWith(kBase) ? filled : kBase + filled) + (text ? `?${text}` : '');
}

export async function ask<Body>(address: string, init: RequestInit = {}): Promise<Body> {
  const response = await send(address, init);
  if (response.status === 401) when_signed_out();
  if (!response.ok) throw await refusal_of(response);
  return (await response.json()) as Body;
}

/** What an order has to bring, so that no other site can give it in somebody's name. */
let csrf_token: string | null = null;
let when_signed_out = (): void => {};

export const order_headers = (): Record<string, string> => ({
  'X-Guatu-Request': '1',
  ...(csrf_token ? { 'X-CSRF-Token': csrf_token } : {}),
});

/** Goes with every order from now on. */
export function keep_token(token: string | null): void {
  csrf_token = token;
}

/** Told whenever the service says that nobody is signed in. */
export function on_signed_out(told: () => void): void {
  when_signed_out = told;
}

/** An order, with its body as JSON. */
export function order<Body>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', address: string, body?: object, more: Record<string, string> = {}): Promise<Body> {
  const headers = { ...order_headers(), ...(body ? { 'Content-Type': 'application/json' } : {}), ...more };
  return ask<Body>(address, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
}

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...init, headers: { Accept: 'application/json', ...init.headers } });
  } catch (cause) {
    if ((cause as Error).name === 'AbortError') throw cause;
    throw new Refusal(0, '连不上服务，请稍后再试', 'the service cannot be reached; try again shortly');
  }
}

async function refusal_of(response: Response): Promise<Refusal> {
  try {
    const body = (await response.json()) as { title?: string; title_en?: string; errors?: Reason[]; conflicts?: Conflict[] };
    if (body.title) return new Refusal(response.status, body.title, body.title_en ?? body.title, body.errors, body.conflicts);
  } catch {
    // Not a problem document; the status has to do.
  }
  return new Refusal(response.status, `服务答复 ${response.status}`, `the service answered ${response.status}`);
}
