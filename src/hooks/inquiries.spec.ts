import { AskError } from '../../prometheus/http-api/ask-error';
import { clusterAccess } from './access';
import { withinRights, type Asked } from './inquiries';

const asked: Asked = {
  node: 'n1',
  rangeMs: 3_600_000,
  scrapeIntervalMs: 15_000,
  endMs: 1_700_000_000_000,
  moving: true,
  subject: 'n1',
  access: clusterAccess,
};
const { signal } = new AbortController();
const namespace = { kind: 'namespace', namespace: 'agents' } as const;

/** Answers by whatever access it was asked with; throws for those in `failures`. */
function askingWith(failures: Partial<Record<'cluster' | 'namespace', AskError>>) {
  const tried: string[] = [];
  const inquiryFor = (about: Asked) => ({
    subject: about.subject,
    ask: () => {
      tried.push(about.access.kind);
      const failure = failures[about.access.kind];
      return failure
        ? Promise.reject(failure)
        : Promise.resolve({ data: about.access.kind, warnings: [] });
    },
  });
  return { tried, inquiryFor };
}

const denied = new AskError('denied', 'Forbidden');

describe('asking as far as rights reach', () => {
  it('asks for the cluster, and for nothing else while that answers', async () => {
    const { tried, inquiryFor } = askingWith({});
    const { data } = await withinRights(inquiryFor, asked, 'agents').ask(signal);
    expect(data).toEqual({ access: clusterAccess, found: 'cluster' });
    expect(tried).toEqual(['cluster']);
  });

  it("asks for the agent's namespace where the cluster is denied", async () => {
    const { inquiryFor } = askingWith({ cluster: denied });
    const { data } = await withinRights(inquiryFor, asked, 'agents').ask(signal);
    expect(data).toEqual({ access: namespace, found: 'namespace' });
  });

  it('is denied where both are, and where nobody tells the namespace', async () => {
    const both = askingWith({ cluster: denied, namespace: denied });
    await expect(withinRights(both.inquiryFor, asked, 'agents').ask(signal)).rejects.toBe(denied);
    const untold = askingWith({ cluster: denied });
    await expect(withinRights(untold.inquiryFor, asked, undefined).ask(signal)).rejects.toBe(
      denied,
    );
    expect(untold.tried).toEqual(['cluster']);
  });

  it('takes no other failure for a missing right', async () => {
    const gone = new AskError('unavailable', 'Bad Gateway');
    const { tried, inquiryFor } = askingWith({ cluster: gone });
    await expect(withinRights(inquiryFor, asked, 'agents').ask(signal)).rejects.toBe(gone);
    expect(tried).toEqual(['cluster']);
  });
});
