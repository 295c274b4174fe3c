import { useEffect, useState } from 'react';
import { fetchInstallation, type Installation } from './installation';

/** The installation; undefined until it is known, because windows of queries depend on it. */
export function useInstallation(): Installation | undefined {
  const [installation, setInstallation] = useState<Installation>();
  useEffect(() => {
    let wanted = true;
    void fetchInstallation().then((known) => {
      if (wanted) setInstallation(known);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return installation;
}
