import { useEffect, useState } from 'react';

export type Theme = 'light' | 'dark';

function systemTheme(): Theme {
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** The theme of the page: the system's at first, then what the person chose; a class on the root. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(systemTheme);
  useEffect(() => {
    document.documentElement.classList.toggle('pf-v6-theme-dark', theme === 'dark');
  }, [theme]);
  return [theme, setTheme];
}
