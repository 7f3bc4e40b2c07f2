/** What happens to files that are brought from outside the page. */
export interface FileReceiver {
  /** Whether files are taken at this moment. */
  readonly takesFiles: boolean;
  /** Files are above the target, or no longer. */
  hover(isAbove: boolean): void;
  receive(files: readonly File[]): void;
}

/** Lets files be dropped on an element and pasted into it, until the signal ends it. */
export function receiveFiles(
  target: HTMLElement,
  receiver: FileReceiver,
  signal: AbortSignal,
): void {
  let entered: EventTarget | undefined;
  const leave = (): void => {
    entered = undefined;
    receiver.hover(false);
  };
  const over = (event: DragEvent): void => {
    if (!receiver.takesFiles || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    if (event.type !== 'dragenter') return;
    entered = event.composedPath()[0];
    receiver.hover(true);
  };
  const listen = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
  ): void => target.addEventListener(name, listener, { signal });
  listen('dragenter', over);
  listen('dragover', over);
  // What lies inside is entered before what lies around it is left.
  listen('dragleave', (event) => event.composedPath()[0] === entered && leave());
  listen('drop', (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    leave();
    if (!receiver.takesFiles || files.length === 0) return;
    event.preventDefault();
    receiver.receive(files);
  });
  listen('paste', (event) => {
    const { clipboardData } = event;
    const files = [...(clipboardData?.files ?? [])];
    // A word processor puts a picture of the text beside the text.
    const isText = clipboardData?.getData('text/plain') !== '';
    if (!receiver.takesFiles || files.length === 0 || isText) return;
    event.preventDefault();
    receiver.receive(files);
  });
}
