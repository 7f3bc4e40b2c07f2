import type { Session } from '../../../stores/session.js';
import { shelfOf } from '../../../stores/shelf.js';

/** Where somebody is in the hub. */
export interface Place {
  readonly room: string;
  /** Whether what was chosen there is shown, in place of the list. */
  readonly detail: boolean;
}

/** As it is kept: with what was chosen. */
interface KeptPlace extends Place {
  readonly task: string | null;
  readonly report: string | null;
}

/** Milliseconds; who opens the hub waits no longer for where they were. */
const patience = 300;

const keyOf = async (session: Session): Promise<readonly string[]> => [
  'hub',
  ...(await session.identity()),
];

async function recall(session: Session): Promise<Place | undefined> {
  const kept = await shelfOf(session).get<KeptPlace>(await keyOf(session));
  if (!kept) return undefined;
  const { selection } = session;
  const { taskId, reportId } = selection.snapshot;
  // What was chosen meanwhile, in the hub or on the page, goes before.
  if (taskId !== null || reportId !== null) return { ...kept, detail: false };
  selection.selectTask(kept.task);
  selection.selectReport(kept.report);
  return { room: kept.room, detail: kept.detail && (kept.task ?? kept.report) !== null };
}

/** Where this person was last, on this device; undefined where nothing tells, or not in time. */
export const recallPlace = (session: Session): Promise<Place | undefined> =>
  Promise.race([
    recall(session).catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, patience)),
  ]);

export async function keepPlace(session: Session, { room, detail }: Place): Promise<void> {
  const { taskId, reportId } = session.selection.snapshot;
  const kept: KeptPlace = { room, detail, task: taskId, report: reportId };
  await shelfOf(session).set(await keyOf(session), kept);
}
