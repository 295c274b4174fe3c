import type { CertificateAuthority } from '../../../https-server/testdata/certificate-authority';
import type { ApiClient, ApiObject } from '../control-plane/api-client';
import type { StandIn } from '../node/stand-in';

const annotation = 'service.beta.openshift.io/serving-cert-secret-name';

/**
 * Stands in for OpenShift's service CA: a certificate for each Service that asks for one, which goes with
 * the Service, and the CA in each namespace.
 */
export class ServiceCa {
  readonly #served = new Set<string>();

  private constructor(
    private readonly api: ApiClient,
    private readonly authority: CertificateAuthority,
  ) {}

  static start(standIn: StandIn, api: ApiClient, authority: CertificateAuthority): void {
    const operator = new ServiceCa(api, authority);
    standIn.repeat(() => operator.look());
  }

  private async look(): Promise<void> {
    const { api } = this;
    for (const { metadata } of await api.list('/api/v1/namespaces?resourceVersion=0')) {
      const { name, deletionTimestamp } = metadata;
      if (deletionTimestamp === undefined && !this.#served.has(name)) await this.publishCa(name);
    }
    for (const service of await api.list('/api/v1/services?resourceVersion=0')) {
      const { annotations, uid } = service.metadata;
      if (annotations?.[annotation] && !this.#served.has(uid)) await this.issue(service);
    }
  }

  private async publishCa(namespace: string): Promise<void> {
    await this.once(namespace, `/api/v1/namespaces/${namespace}/configmaps`, {
      metadata: { name: 'openshift-service-ca.crt' },
      data: { 'service-ca.crt': this.authority.ca },
    });
  }

  private async issue({ metadata }: ApiObject): Promise<void> {
    const { name, namespace = '', uid, annotations } = metadata;
    const host = `${name}.${namespace}.svc`;
    const { cert, key } = this.authority.issueServer({
      // X.509 has room for 64 characters; clients read the alternative names.
      commonName: host.slice(0, 64),
      alternativeNames: `DNS:${host},DNS:${host}.cluster.local`,
    });
    await this.once(uid, `/api/v1/namespaces/${namespace}/secrets`, {
      metadata: {
        name: annotations?.[annotation],
        ownerReferences: [{ apiVersion: 'v1', kind: 'Service', name, uid }],
      },
      type: 'kubernetes.io/tls',
      stringData: { 'tls.crt': cert, 'tls.key': key },
    });
  }

  /** Until it is there: a Secret of a former Service of that name may still be. */
  private async once(what: string, path: string, body: object): Promise<void> {
    const { status } = await this.api.ask('POST', path, body);
    if (status === 201) this.#served.add(what);
  }
}
