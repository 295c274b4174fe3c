import { readYaml } from '../../configuration/yaml-file';
import { readHttp, readRateLimit, readUsers } from './read-http';
import { readTls } from './read-tls';
import type { WebConfig } from './web-config';

const sections = ['tls_server_config', 'http_server_config', 'basic_auth_users', 'rate_limit'];

/**
 * Reads a file of `--web.config.file`.
 * @param path only for the message of the error
 * @throws ComplaintsError
 */
export function parseWebConfig(text: string, path: string): WebConfig {
  return readYaml(text, path, (root) => {
    // A file without a word is a file, too.
    const fields = root.isNull ? undefined : root.fields(sections);
    return {
      tls: readTls(fields?.get('tls_server_config')),
      headers: readHttp(fields?.get('http_server_config')),
      users: readUsers(fields?.get('basic_auth_users')),
      rateLimit: readRateLimit(fields?.get('rate_limit')),
    };
  });
}
