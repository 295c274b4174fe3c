import express, { Router } from 'express';
import { kubernetesApi } from '../../demo/server/kubernetes-api';
import type { MachineNode } from '../../demo/server/machine-node';
import { notFound } from './not-found';

// A stand-in for the Kubernetes API: what a console asks before it draws the page of a node.

const verbs = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];

/** Kinds by group and version: plural, kind, and whether they live in a namespace. */
const kinds: Readonly<Record<string, readonly (readonly [string, string, boolean])[]>> = {
  v1: [
    ['nodes', 'Node', false],
    ['pods', 'Pod', true],
    ['namespaces', 'Namespace', false],
    ['events', 'Event', true],
    ['configmaps', 'ConfigMap', true],
    ['services', 'Service', true],
  ],
  'config.openshift.io/v1': [
    ['clusterversions', 'ClusterVersion', false],
    ['infrastructures', 'Infrastructure', false],
  ],
  'project.openshift.io/v1': [
    ['projects', 'Project', false],
    ['projectrequests', 'ProjectRequest', false],
  ],
  'certificates.k8s.io/v1': [['certificatesigningrequests', 'CertificateSigningRequest', false]],
  'authorization.k8s.io/v1': [['selfsubjectaccessreviews', 'SelfSubjectAccessReview', false]],
  'console.openshift.io/v1': [['consoleplugins', 'ConsolePlugin', false]],
};

const groupVersions = Object.keys(kinds).filter((name) => name.includes('/'));

function apiGroup(groupVersion: string) {
  const [name, version] = groupVersion.split('/');
  const named = { groupVersion, version };
  return { name, versions: [named], preferredVersion: named };
}

function resourceList(groupVersion: string) {
  const resources = (kinds[groupVersion] ?? []).map(([name, kind, namespaced]) => ({
    name,
    singularName: kind.toLowerCase(),
    namespaced,
    kind,
    verbs,
    shortNames: [],
  }));
  return { kind: 'APIResourceList', groupVersion, resources };
}

function discovery(): Router {
  const router = Router();
  router.get('/version', (_request, response) => {
    response.json({ major: '1', minor: '35', gitVersion: 'v1.35.0' });
  });
  router.get('/api', (_request, response) => {
    response.json({ kind: 'APIVersions', versions: ['v1'] });
  });
  router.get('/apis', (_request, response) => {
    const groups = groupVersions.map(apiGroup);
    response.json({ kind: 'APIGroupList', apiVersion: 'v1', groups });
  });
  router.get('/api/v1', (_request, response) => {
    response.json(resourceList('v1'));
  });
  for (const groupVersion of groupVersions) {
    const [group] = groupVersion.split('/');
    router.get(`/apis/${groupVersion}`, (_request, response) => {
      response.json(resourceList(groupVersion));
    });
    router.get(`/apis/${group}`, (_request, response) => {
      response.json({ kind: 'APIGroup', ...apiGroup(groupVersion) });
    });
  }
  return router;
}

/** Everybody may do everything here; rights to metrics are told apart before Prometheus. */
function reviews(): Router {
  const router = Router();
  router.post('/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', (request, response) => {
    response.status(201).json({ ...(request.body as object), status: { allowed: true } });
  });
  router.post('/apis/authorization.k8s.io/v1/selfsubjectrulesreviews', (request, response) => {
    const status = { resourceRules: [], nonResourceRules: [] };
    response.status(201).json({ ...(request.body as object), status });
  });
  router.post('/apis/authentication.k8s.io/v1/selfsubjectreviews', (_request, response) => {
    const userInfo = { username: 'developer', groups: ['system:authenticated'] };
    response.status(201).json({
      kind: 'SelfSubjectReview',
      apiVersion: 'authentication.k8s.io/v1',
      status: { userInfo },
    });
  });
  return router;
}

function clusterVersion(release: string) {
  return {
    apiVersion: 'config.openshift.io/v1',
    kind: 'ClusterVersion',
    metadata: { name: 'version', uid: 'uid-version', resourceVersion: '1' },
    spec: { channel: 'stable', clusterID: 'known' },
    status: {
      desired: { version: release },
      history: [{ state: 'Completed', version: release }],
      conditions: [],
      availableUpdates: null,
    },
  };
}

/** The API of the known cluster, of this release of OpenShift. */
export function kubernetes(nodes: readonly MachineNode[], release: string): Router {
  const router = Router();
  router.use(express.json(), discovery(), reviews());
  router.use('/api/v1', kubernetesApi(nodes));
  router.get('/apis/config.openshift.io/v1/clusterversions/version', (_request, response) => {
    response.json(clusterVersion(release));
  });
  router.get(
    ['/api/v1/:plural', '/apis/:group/v1/:plural', '/api/v1/namespaces/:namespace/:plural'],
    (request, response, next) => {
      const known = Object.values(kinds).flat();
      const kind = known.find(([plural]) => plural === request.params.plural)?.[1];
      if (kind === undefined) next();
      else response.json({ kind: `${kind}List`, apiVersion: 'v1', metadata: {}, items: [] });
    },
  );
  router.use(notFound);
  return router;
}
