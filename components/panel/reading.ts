import { createContext, useContext } from 'react';

/** Whether a deal is only read here: it is a seller's who handed it over, and nothing of it can be changed. */
export const Reading = createContext(false);

/** Whether the deal is somebody else's, and so is read and not written. */
export function useReading(): boolean {
  return useContext(Reading);
}
