/** How a long piece of work is followed: told the share that is done, 0 to 1, and stopped. */
export interface Watch {
  progress?: (share: number) => void;
  signal?: AbortSignal;
}
