import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { MoonIcon, SunIcon } from '@patternfly/react-icons';
import { useTheme } from './use-theme';

/** Light or dark, as in the console's user preferences. */
export function ThemeSwitch() {
  const [theme, setTheme] = useTheme();
  return (
    <ToggleGroup aria-label="Theme">
      <ToggleGroupItem
        icon={<SunIcon />}
        aria-label="Light theme"
        isSelected={theme === 'light'}
        onChange={() => setTheme('light')}
      />
      <ToggleGroupItem
        icon={<MoonIcon />}
        aria-label="Dark theme"
        isSelected={theme === 'dark'}
        onChange={() => setTheme('dark')}
      />
    </ToggleGroup>
  );
}
