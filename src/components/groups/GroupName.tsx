import { Truncate } from '@patternfly/react-core';
import { useT, type Translate } from '../../i18n/useT';
import { Explained } from '../Explained';

/** Longer names are cut in the middle: their beginning and their end tell them apart. */
const longest = 40;
const keptEnd = 12;

function Name({ children }: { children: string }) {
  return (
    <bdi>
      {children.length > longest ? (
        <Truncate content={children} position="middle" trailingNumChars={keptEnd} />
      ) : (
        children
      )}
    </bdi>
  );
}

/** What the agent's own names mean, in parentheses as no process is called; nothing for real names. */
function meaning(t: Translate, name: string): string | undefined {
  switch (name) {
    case '(exited)':
      return t(
        "Processes that ended before they could be read: exec probes, short commands. Counted exactly, by the unit's own counter.",
      );
    case '(other)':
      return t(
        'Names beyond the number that the agent keeps apart, added together. The sum is exact.',
      );
    case '(unattributed)':
      return t('Busy time that no unit and no thread explains.');
    case '(root)':
      return t('Processes outside any systemd unit or cgroup.');
    default:
      return undefined;
  }
}

function ExplainedName({ children }: { children: string }) {
  const { t } = useT();
  const meant = meaning(t, children);
  return meant === undefined ? (
    <Name>{children}</Name>
  ) : (
    <Explained term={children}>{meant}</Explained>
  );
}

/** A group's name over its unit's, where they differ. The names that are not processes' open to what they mean. */
export function GroupName({ groupname, unit }: { groupname: string; unit: string }) {
  return (
    <div className="host-processes__group">
      <ExplainedName>{groupname}</ExplainedName>
      {unit !== groupname && (
        <span className="host-processes__unit">
          <ExplainedName>{unit}</ExplainedName>
        </span>
      )}
    </div>
  );
}
