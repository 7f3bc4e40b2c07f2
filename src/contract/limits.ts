/**
 * The sizes and times that both sides agree on. Plain numbers, so that a browser can know them
 * without carrying the schemas. Text lengths are UTF-16 code units, the unit of `maxlength` in
 * HTML.
 */
export const limits = {
  /** Bytes of a whole request body; more is `too-large`. */
  bodyBytes: 262_144,
  /** A task's name. */
  taskName: 200,
  /** A task's description. */
  taskDescription: 10_000,
  /** The text of a report. */
  reportText: 20_000,
  /** The reason that goes with a decision. */
  reason: 4_000,
  /** Examples of a task, good and bad ones together. */
  examples: 6,
  /** The text of one example. */
  exampleText: 2_000,
  /** Reasons that a task offers to its reviewers: each has a key of its own, 1 to 9. */
  reasonTemplates: 9,
  /** The text of one such reason. */
  reasonTemplate: 1_000,
  /** One message of a dialogue. */
  messageText: 8_000,
  /** Seconds after its sending in which a message can be withdrawn. */
  withdrawalSeconds: 300,
  /** Seconds for which somebody who said that they are writing counts as writing. */
  typingSeconds: 6,
  /** Seconds after such a hint in which another one of the same person's is dropped. */
  typingPause: 2,
  /** Seconds for which somebody who looks at a report counts as looking, unless they say so again. */
  lookingSeconds: 30,
  /** Files of one message, report or revision. */
  attachments: 10,
  /** Bytes of one file. */
  attachmentBytes: 10_485_760,
  /** A link. */
  url: 2_000,
  /** Days of one look at the figures. */
  insightDays: 366,
  /** A search in a list. */
  search: 200,
  /** Points of one task; what one correction gives or takes, at most. */
  points: 1_000_000,
  /** Items of one page, when the caller does not say. */
  page: 50,
  /** Items of one page, at most. */
  pageMost: 200,
} as const;
