export interface ChatFrame {
  readonly root: HTMLElement;
  readonly log: HTMLElement;
  readonly composer: HTMLTextAreaElement;
}

/** The same surroundings for the contestants of the bench itself. */
export function chatFrame(host: HTMLElement): ChatFrame {
  const root = document.createElement('div');
  root.className = 'chat';
  const log = document.createElement('div');
  log.className = 'log';
  const composer = document.createElement('textarea');
  composer.rows = 2;
  root.append(log, composer);
  host.append(root);
  return { root, log, composer };
}

/** How high a message will be, in pixels, as far as its length tells. */
export const estimate = ({ text }: { readonly text: string }): number =>
  62 + 20 * Math.floor(text.length / 44);
