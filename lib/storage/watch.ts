/** How a long piece of work is followed: told how far it is, and stopped. */
export interface Watch {
  /** `share` of all of it that is done, 0 to 1; `now`: what is being done, where more than that can be said. */
  progress?: (share: number, now?: Doing) => void;
  signal?: AbortSignal;
}

/**
 * One step of taking a file in (`reading` to `keeping`) or of making one, and how many changes are done; in
 * `folding` it is deals, in `sealing` bytes.
 */
export interface Doing {
  step: 'reading' | 'checking' | 'adding' | 'folding' | 'keeping' | 'looking' | 'sealing';
  done: number;
  /** `null`: nobody knows yet. */
  of: number | null;
}
