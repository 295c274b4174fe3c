import { useT } from '../../i18n/useT';
import { Explained } from '../Explained';

/** A thread's name; the agent's own names, in parentheses, open to what they mean. */
export function ThreadName({ name }: { name: string }) {
  const { t } = useT();
  switch (name) {
    case '(exited)':
      return (
        <Explained term={name}>
          {t('Threads that ended before they could be read. Counted by their process.')}
        </Explained>
      );
    case '(other)':
      return (
        <Explained term={name}>
          {t(
            'Names beyond the number that the agent keeps apart, added together. The sum is exact.',
          )}
        </Explained>
      );
    default:
      return <bdi>{name}</bdi>;
  }
}
