import { readYaml } from '../configuration/yaml-file';
import type { YamlValue } from '../configuration/yaml-value';
import { GoRegexps } from './go-regexps';
import { NameTemplate } from './name-template';
import type { GroupRule } from './rules';
import { selectorKeys, selectorOf } from './selectors';
import { NameTemplateError } from './template-syntax';

const root = 'process_names';
const ruleKeys: readonly string[] = ['name', ...selectorKeys, 'threads'];

/**
 * Reads rules in process-exporter's YAML.
 * @param path only for the message of the error
 * @throws ComplaintsError
 */
export function parseRulesFile(text: string, path: string): GroupRule[] {
  return readYaml(text, path, readRules);
}

function readRules(file: YamlValue): GroupRule[] {
  const fields = file.fields([root]);
  if (!fields) return [];
  const list = fields.get(root);
  if (!list) {
    file.complain(`expects the key ${root} with a list of rules`);
    return [];
  }
  const regexps = new GoRegexps();
  return (list.items() ?? []).map((rule) => readRule(rule, regexps));
}

function readRule(rule: YamlValue, regexps: GoRegexps): GroupRule {
  const fields = rule.fields(ruleKeys);
  if (!fields) return {};
  const selection = selectorKeys.flatMap((key) => {
    const value = fields.get(key);
    return value ? [[key, selectorOf(key).parse(value, regexps)] as const] : [];
  });
  if (selection.length === 0) rule.complain(`expects one of ${selectorKeys.join(', ')}`);
  const name = readName(fields.get('name'));
  const threads = fields.get('threads')?.boolean();
  return {
    ...(Object.fromEntries(selection) as GroupRule),
    ...(name && { name }),
    ...(threads !== undefined && { threads }),
  };
}

function readName(value: YamlValue | undefined): NameTemplate | undefined {
  const source = value?.text();
  // As in process-exporter, an empty name is none.
  if (value === undefined || source === undefined || source === '') return undefined;
  try {
    return new NameTemplate(source);
  } catch (error) {
    if (!(error instanceof NameTemplateError)) throw error;
    value.complain(`expects a name made of process-exporter's variables: ${error.message}`);
    return undefined;
  }
}
