import { RE2JS } from 're2js';
import { isInfrastructure } from '../../prometheus/promql/pod-cores';

/** Whether a namespace matches one of these regular expressions (RE2) from its first letter to its last. */
export function namespaceTest(patterns: readonly string[]): (namespace: string) => boolean {
  const compiled = patterns.map((pattern) => RE2JS.compile(pattern));
  return (namespace) => compiled.some((pattern) => pattern.matches(namespace));
}

/** Whether a namespace's pods are infrastructure: the platform's own, and those that match a pattern. */
export function infrastructureTest(patterns: readonly string[]): (namespace: string) => boolean {
  const isNamed = namespaceTest(patterns);
  return (namespace) => isInfrastructure(namespace) || isNamed(namespace);
}
