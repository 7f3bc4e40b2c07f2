import { html, type TemplateResult } from 'lit';
import { SignJWT } from 'jose';
import { v7 as uuid } from 'uuid';
import type { Verdict } from '../../src/contract/decision.js';
import type { Role } from '../../src/contract/member.js';
import type { Report } from '../../src/contract/report.js';
import type { Task, TaskRequest } from '../../src/contract/task.js';

/** Somebody who signs in on a site. */
export interface BrowserPerson {
  readonly sub: string;
  readonly name: string;
  readonly role: Role;
}

export const mia: BrowserPerson = { sub: 'mia', name: 'Mia Sousa', role: 'member' };
export const noor: BrowserPerson = { sub: 'noor', name: 'Noor Haddad', role: 'member' };
export const rui: BrowserPerson = { sub: 'rui', name: 'Rui Tavares', role: 'reviewer' };
export const olga: BrowserPerson = { sub: 'olga', name: 'Olga Lindqvist', role: 'owner' };

/** A site that no other test uses, on the real server. */
export class BrowserSite {
  readonly name: string;
  readonly endpoint = globalThis.taskchatTest.endpoint;

  constructor({ published = false, board = false } = {}) {
    this.name = `test${published ? '-published' : ''}${board ? '-board' : ''}-${uuid()}`;
  }

  token({ sub, name, role }: BrowserPerson, life = 3_600): Promise<string> {
    return new SignJWT({ name, role })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(sub)
      .setAudience(this.name)
      .setExpirationTime(Math.floor(Date.now() / 1_000) + life)
      .sign(new TextEncoder().encode(globalThis.taskchatTest.secret));
  }

  /** Asks as `person`, past the tags; throws with the whole answer when it is refused. */
  async ask<Answer>(person: BrowserPerson, path: string, init: RequestInit = {}): Promise<Answer> {
    const answer = await fetch(this.endpoint + path, {
      ...init,
      headers: {
        authorization: `Bearer ${await this.token(person)}`,
        'content-type': 'application/json',
        ...init.headers,
      },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }

  put<Answer>(person: BrowserPerson, path: string, body: unknown, headers = {}): Promise<Answer> {
    return this.ask(person, path, { method: 'PUT', body: JSON.stringify(body), headers });
  }

  task(fields: Partial<TaskRequest> = {}): Promise<Task> {
    return this.put(olga, `/tasks/${uuid()}`, {
      name: 'Name the bakery',
      description: 'Find a name that nobody in town uses.',
      points: 50,
      status: 'active',
      ...fields,
    });
  }

  /** Takes a task off the list, as its owner would. */
  deactivate({ id, name, description, points, version }: Task): Promise<Task> {
    const body = { name, description, points, status: 'inactive' };
    return this.put(olga, `/tasks/${id}`, body, { 'if-match': `"${version}"` });
  }

  report(
    person: BrowserPerson,
    task: Task,
    text = 'Half past flour.',
    attachments: readonly string[] = [],
  ): Promise<Report> {
    return this.put(person, `/reports/${uuid()}`, { taskId: task.id, text, attachments });
  }

  /** Brings in a file that a report or a message may then name; gives back its id. */
  async upload(person: BrowserPerson, file: File): Promise<string> {
    const id = uuid();
    const name = `attachment; filename="${file.name}"`;
    const headers = { 'content-type': file.type, 'content-disposition': name };
    await this.ask(person, `/attachments/${id}`, { method: 'PUT', body: file, headers });
    return id;
  }

  decide({ id, round }: Report, verdict: Verdict, reason?: string): Promise<Report> {
    const body = { id: uuid(), verdict, ...(reason && { reason }) };
    return this.put(rui, `/reports/${id}/rounds/${round}/decision`, body);
  }

  /** All reports of a person, newest first. */
  async reportsOf(person: BrowserPerson): Promise<Report[]> {
    return (await this.ask<{ items: Report[] }>(person, '/reports')).items;
  }

  /** The provider around some tags, for one person; a visitor has no token. */
  provide(
    person: BrowserPerson | 'visitor',
    content: TemplateResult,
    send?: typeof fetch,
  ): TemplateResult {
    return html`<task-provider
      endpoint=${this.endpoint}
      site=${this.name}
      .getToken=${person === 'visitor' ? undefined : () => this.token(person)}
      .fetch=${send}
      >${content}</task-provider
    >`;
  }
}

/** The way to the server, ruled by the test: it can be cut, and answers can be held or lost. */
export class Line {
  /** Nothing gets through. */
  cut = false;
  /** These get through to nobody. */
  stops: (request: Request) => boolean = () => false;
  /** The server does what it is asked, and its answer never arrives. */
  loses: (request: Request) => boolean = () => false;
  /** Requests so far, as `PUT /reports/…`. */
  readonly requests: string[] = [];
  #gate: Promise<void> | undefined;

  /** Holds all further answers to writes; gives back what lets them go. */
  hold(): () => void {
    let release = (): void => {};
    this.#gate = new Promise((resolve) => (release = resolve));
    return release;
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    this.requests.push(`${request.method} ${new URL(request.url).pathname}`);
    if (this.cut || this.stops(request)) throw new TypeError('The line is cut.');
    const answer = await fetch(request);
    if (request.method === 'PUT') await this.#gate;
    if (this.loses(request)) throw new TypeError('The answer is lost.');
    return answer;
  };
}

/** Waits until what a person would see is there, and gives it. */
export async function seen<Value>(look: () => Value, what: string): Promise<NonNullable<Value>> {
  const end = performance.now() + 8_000;
  while (performance.now() < end) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  throw new Error(`Not seen: ${what}.`);
}

/** The text of a tag as it is read, its shadow included, with simple spaces. */
export const textOf = (tag: Element): string =>
  (tag.shadowRoot?.textContent ?? '')
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

export const sees = (tag: Element, text: string): Promise<true> =>
  seen((): boolean => textOf(tag).includes(text), `“${text}”`) as Promise<true>;

/** Waits until what comes and goes in a tag has done so; what breathes for ever does not count. */
export async function still(tag: Element): Promise<void> {
  const animations = tag.shadowRoot?.getAnimations() ?? [];
  const ending = animations.filter(
    ({ effect }) => effect?.getComputedTiming().endTime !== Infinity,
  );
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

const selectors = {
  button: 'button, [role="button"]',
  link: 'a[href]',
  textbox: 'textarea, input:not([type="file"])',
  listitem: 'li',
  heading: 'h2, h3',
  alert: '[role="alert"]',
  status: '[role="status"]',
} as const;

const nameOf = (element: Element): string => {
  const labels = 'labels' in element ? (element as HTMLTextAreaElement).labels : null;
  const label = labels?.length ? labels[0]?.textContent : element.textContent;
  return (element.getAttribute('aria-label') ?? label ?? '').replace(/\s+/g, ' ').trim();
};

/** What a person would find by its role and a part of its name; null when it is not there. */
export const find = <Found extends HTMLElement = HTMLElement>(
  tag: Element,
  role: keyof typeof selectors,
  name = '',
): Found | null =>
  [...(tag.shadowRoot?.querySelectorAll<Found>(selectors[role]) ?? [])].find((element) =>
    nameOf(element).includes(name),
  ) ?? null;

/** As {@link find}, once it is there. */
export const comes = <Found extends HTMLElement = HTMLElement>(
  tag: Element,
  role: keyof typeof selectors,
  name = '',
): Promise<Found> => seen(() => find<Found>(tag, role, name), `${role} “${name}”`);
