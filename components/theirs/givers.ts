import { createContext, useContext } from 'react';
import type { AuthorId } from '../../lib/domain/op';

/** What stands at an answer that somebody else gave, by who that is; empty where one person gave all. */
export const Givers = createContext<ReadonlyMap<AuthorId, string>>(new Map());

/** The name of who gave it; `undefined` where that goes without saying. */
export function useGiver(by: AuthorId | undefined): string | undefined {
  const givers = useContext(Givers);
  return by === undefined ? undefined : givers.get(by);
}
