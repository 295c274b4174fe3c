import { createContext, useContext } from 'react';
import { inCores, type Measure } from '../format/usage';

/** In what the page writes CPU use; a panel by itself writes cores. */
export const MeasureContext = createContext<Measure>(inCores);

/** In what CPU use is to be written here. */
export function useMeasure(): Measure {
  return useContext(MeasureContext);
}
