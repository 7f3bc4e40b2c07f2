import type { Task } from '../../contract/task.js';

/** Somebody is about to choose a task. `preventDefault()` keeps the choice as it was. */
export class TaskSelectEvent extends Event {
  static readonly eventName = 'task-select';

  constructor(readonly task: Task) {
    super(TaskSelectEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** A task was chosen; every tag of the session shows it. */
export class TaskSelectedEvent extends Event {
  static readonly eventName = 'task-selected';

  constructor(readonly task: Task) {
    super(TaskSelectedEvent.eventName, { bubbles: true, composed: true });
  }
}

/**
 * A visitor wants to sign in. `preventDefault()` says that the page sees to it, and nobody is led to
 * the provider's `sign-in-url`. Once the provider has a source of tokens, the list is where it was.
 */
export class SignInEvent extends Event {
  static readonly eventName = 'sign-in';

  constructor() {
    super(SignInEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'task-select': TaskSelectEvent;
    'task-selected': TaskSelectedEvent;
    'sign-in': SignInEvent;
  }
}
