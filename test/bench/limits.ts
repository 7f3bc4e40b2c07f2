/** A line of the table, and how far from the baseline we may be there. */
export interface Line {
  readonly what: string;
  readonly unit: 'ms' | 'KB' | 'MB' | 'px' | '';
  readonly case: string;
  readonly figure: string;
  /** As a multiple of the baseline in the same run. */
  readonly times?: number;
  /** In the unit of the line, whatever the baseline has. */
  readonly most?: number;
}

const loaded = { case: 'chat-10000-loaded' };

/** Of a list of 10,000. */
const listLines = (kind: 'list' | 'queue', what: string): Line[] => {
  const list = { case: `${kind}-10000` };
  const fling = { case: `${kind}-fling` };
  return [
    { what: `${what} of 10,000: first paint`, unit: 'ms', ...list, figure: 'open', times: 1.2 },
    { what: '… filter', unit: 'ms', ...list, figure: 'filter', times: 1.2 },
    { what: '… update one row', unit: 'ms', ...list, figure: 'update', times: 1 },
    { what: '… fling, per frame', unit: 'ms', ...fling, figure: 'fling', times: 1.2 },
    { what: '… dropped frames', unit: '', ...fling, figure: 'dropped', most: 0 },
    { what: '… blank frames', unit: '', ...fling, figure: 'blank', most: 0 },
  ];
};

export const lines: readonly Line[] = [
  { what: 'Open 1,000', unit: 'ms', case: 'chat-1000', figure: 'open', times: 1.5 },
  { what: 'Open 10,000', unit: 'ms', case: 'chat-10000', figure: 'open', times: 1.5 },
  { what: 'One arrives at 1,000', unit: 'ms', case: 'chat-1000', figure: 'arrival', times: 1.5 },
  { what: 'One arrives at 10,000', unit: 'ms', case: 'chat-10000', figure: 'arrival', times: 1.5 },
  { what: '… with all loaded', unit: 'ms', ...loaded, figure: 'arrival', times: 1.5 },
  { what: '50 older above at 10,000', unit: 'ms', ...loaded, figure: 'prepend', times: 2 },
  { what: '… the row under the eye moves', unit: 'px', ...loaded, figure: 'shift', most: 1 },
  { what: 'Burst of 1,000', unit: 'ms', case: 'chat-1000', figure: 'burst', times: 4 },
  { what: '… longest gap of frames', unit: 'ms', case: 'chat-1000', figure: 'gap', most: 50 },
  { what: 'Key to paint at 100', unit: 'ms', case: 'chat-100', figure: 'key', times: 1.2 },
  { what: 'Key to paint at 10,000', unit: 'ms', case: 'chat-10000', figure: 'key', times: 1.2 },
  { what: '… with all loaded', unit: 'ms', ...loaded, figure: 'key', times: 1.2 },
  { what: 'Heap at 10,000', unit: 'MB', case: 'chat-10000', figure: 'heap', times: 1.3 },
  { what: '… with all loaded', unit: 'MB', ...loaded, figure: 'heap', times: 1.3 },
  { what: 'DOM nodes at 10,000', unit: '', case: 'chat-10000', figure: 'nodes', most: 120 },
  { what: '… with all loaded', unit: '', ...loaded, figure: 'nodes', most: 120 },
  ...listLines('list', 'List'),
  ...listLines('queue', 'Queue'),
  ...['chat', 'list', 'queue'].flatMap((kind): Line[] => {
    const leak = { case: `${kind}-leak` };
    return [
      { what: `100 mounts, ${kind}: heap`, unit: 'KB', ...leak, figure: 'leakedHeap', most: 100 },
      { what: '… nodes', unit: '', ...leak, figure: 'leakedNodes', most: 0 },
      { what: '… listeners', unit: '', ...leak, figure: 'leakedListeners', most: 0 },
    ];
  }),
];
