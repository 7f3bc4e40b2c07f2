import { gate, unless, type Finding, type Scenario } from './finding.js';
import type { Scene } from './scene.js';
import type { Tab } from './tab.js';

const submit = (tab: Tab, task: string, text: string): Promise<void> =>
  tab.evaluate(`tab.submit(${JSON.stringify(task)}, ${JSON.stringify(text)})`);

/** Waits until so many reports wait in each of the tabs. */
async function wait(tabs: readonly Tab[], count: number): Promise<void> {
  for (const tab of tabs) await tab.until(`tab.waitingReports.length === ${count}`);
}

/** Which reports of the member the server has, beside the one that the scene begins with. */
async function kept({ member, report }: Scene): Promise<string[]> {
  const { body } = await member.get<{ items: { id: string; text: string }[] }>('/reports');
  return body.items.filter(({ id }) => id !== report.id).map(({ text }) => text);
}

async function found(scene: Scene, text: string, most: number): Promise<Finding> {
  const there = await kept(scene);
  const { reports } = scene.server;
  return {
    complaints: [
      ...unless(there.join() === text, `the server has ${there.join() || 'nothing'}`),
      ...unless(new Set(reports).size === 1, `${new Set(reports).size} reports`),
      ...unless(reports.length <= most, `sent ${reports.length} times`),
    ],
    figures: `sent ${reports.length} time(s)`,
  };
}

export const sentByOne: Scenario = async (scene) => {
  const tabs = await scene.open(3);
  const task = await scene.server.site.newTask();
  scene.server.forget();
  scene.server.cut();
  await submit(tabs[0]!, task.id, 'Done.');
  await wait(tabs, 1);
  scene.server.mend();
  // Long enough for each tab that does not wait for its turn to send it too.
  const { closed, open } = gate();
  scene.server.gates = { reports: closed };
  await Promise.all(tabs.map((tab) => tab.online()));
  await scene.until(() => scene.server.reports.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  open();
  await wait(tabs, 0);
  return found(scene, 'Done.', 1);
};

/** It dies with the answer on its way. */
export const senderCrashes: Scenario = async (scene) => {
  const [sender] = await scene.open(1);
  const task = await scene.server.site.newTask();
  scene.server.forget();
  const { closed, open } = gate();
  scene.server.gates = { reports: closed };
  await submit(sender!, task.id, 'Done.');
  await scene.until(() => scene.server.reports.length > 0);
  await sender!.crash();
  scene.server.gates = {};
  open();
  scene.without(sender!);
  await scene.open(1);
  await scene.until(() => scene.server.reports.length > 1);
  await wait(scene.tabs, 0);
  return found(scene, 'Done.', 2);
};
