import { v5 as uuid } from 'uuid';
import { demoPeople } from './people.js';
import { signToken } from './tokens.js';

/** How the demo reaches the backend: as everybody does, with a request. */
export type Fetch = (request: Request) => Response | Promise<Response>;

const namespace = '2c0f6a5e-5f0b-4c9e-9d0e-6b9f3f0f7a11';

/** The id of a thing of the story: the same at every start, so that telling it twice is once. */
export const idOf = (...names: (string | number)[]): string => uuid(names.join('/'), namespace);

/** Speaks to the backend as the people of the demo, through the contract alone. */
export class Storyteller {
  readonly #fetch: Fetch;
  readonly #endpoint: string;
  readonly #secret: string;

  constructor(fetch: Fetch, endpoint: string, secret: string) {
    this.#fetch = fetch;
    this.#endpoint = endpoint;
    this.#secret = secret;
  }

  /** Whether `id` sees something at `path`. */
  async sees(id: string, path: string): Promise<boolean> {
    const answer = await this.#ask(id, path, {});
    if (answer.ok || answer.status === 404) return answer.ok;
    throw await refused(path, answer);
  }

  async put(id: string, path: string, body: unknown, headers = {}): Promise<void> {
    const json = { 'content-type': 'application/json', ...headers };
    const answer = await this.#ask(id, path, {
      method: 'PUT',
      body: JSON.stringify(body),
      headers: json,
    });
    if (!answer.ok) throw await refused(path, answer);
  }

  async #ask(id: string, path: string, init: RequestInit): Promise<Response> {
    const person = demoPeople.get(id);
    if (!person) throw new Error(`The demo knows nobody called ${id}.`);
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${await signToken(person, this.#secret)}`);
    return this.#fetch(new Request(`${this.#endpoint}${path}`, { ...init, headers }));
  }
}

const refused = async (path: string, answer: Response): Promise<Error> =>
  new Error(`The demo could not be told: ${path} answered ${answer.status} ${await answer.text()}`);
