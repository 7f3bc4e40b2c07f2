import * as v from 'valibot';

/** A page of a list. `next` goes into `after` (or `before`) for the page that follows; null ends. */
export const pageOf = <Item extends v.GenericSchema>(item: Item) =>
  v.object({ items: v.array(item), next: v.nullable(v.string()) });

export interface Page<Item> {
  items: Item[];
  next: string | null;
}
