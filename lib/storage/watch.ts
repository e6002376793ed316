/** How a long piece of work is followed: told how far it is, and stopped. */
export interface Watch {
  /** `share` of all of it that is done, 0 to 1; `now`: what is being done, where more than that can be said. */
  progress?: (share: number, now?: Doing) => void;
  signal?: AbortSignal;
}

/** One step of taking a file in, and how many changes, or in `folding` deals, are done. */
export interface Doing {
  step: 'reading' | 'checking' | 'adding' | 'folding' | 'keeping';
  done: number;
  /** `null`: nobody knows yet. */
  of: number | null;
}
