import type { Doing } from '../storage/watch';

/** How far something long is: `share` of all of it, 0 to 1; `now`: what is being done, where that is known. */
export interface Far {
  share: number;
  now?: Doing;
}
