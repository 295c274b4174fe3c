import { cpuClasses, type CpuClass } from '../../metrics/hostproc';

const colours: Record<CpuClass, string> = {
  kernel: 'var(--pf-t--chart--color--orange--300)',
  interrupt: 'var(--pf-t--chart--color--yellow--100)',
  service: 'var(--pf-t--chart--color--teal--300)',
  'host-container': 'var(--pf-t--chart--color--teal--100)',
  session: 'var(--pf-t--chart--color--green--300)',
  runtime: 'var(--pf-t--chart--color--purple--400)',
  agent: 'var(--pf-t--chart--color--black--200)',
  unattributed: 'var(--pf-t--chart--color--black--500)',
  pod: 'var(--pf-t--chart--color--blue--100)',
};

function isCpuClass(name: string): name is CpuClass {
  return cpuClasses.some((known) => known === name);
}

/** The colour of a class, as a token of the theme: one hue everywhere, light and dark without a render. */
export function classColour(name: string): string {
  return isCpuClass(name) ? colours[name] : 'var(--pf-t--chart--color--black--300)';
}

/** The class's place in every stack, from 0 at the bottom; classes that we do not know lie on top. */
export function stackRank(name: string): number {
  return isCpuClass(name) ? cpuClasses.indexOf(name) : cpuClasses.length;
}
