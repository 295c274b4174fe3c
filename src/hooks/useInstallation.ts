import { useLayoutEffect, useState } from 'react';
import { fetchInstallation, type Installation } from './installation';

/** The installation; undefined until it is known, because windows of queries depend on it. */
export function useInstallation(): Installation | undefined {
  // Every question waits for it, so it is not what waits for the first picture.
  const [asked] = useState(fetchInstallation);
  const [installation, setInstallation] = useState<Installation>();
  useLayoutEffect(() => {
    let wanted = true;
    void asked.then((known) => {
      if (wanted) setInstallation(known);
    });
    return () => {
      wanted = false;
    };
  }, [asked]);
  return installation;
}
