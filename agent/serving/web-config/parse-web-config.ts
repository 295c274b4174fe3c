import { SettingsError } from '../../../https-server/settings-error';
import { readHttp, readRateLimit, readUsers } from './read-http';
import { readTls } from './read-tls';
import type { WebConfig } from './web-config';
import { YamlReading } from './yaml-reading';

const sections = ['tls_server_config', 'http_server_config', 'basic_auth_users', 'rate_limit'];

/**
 * Reads a file of `--web.config.file`.
 * @param file its path, for the complaints
 * @throws SettingsError with every complaint, each with line, column and key
 */
export function parseWebConfig(file: string, text: string): WebConfig {
  const reading = new YamlReading(file, text);
  const root = reading.mapping(reading.root, sections);
  const config: WebConfig = {
    tls: readTls(reading, root.get('tls_server_config')),
    headers: readHttp(reading, root.get('http_server_config')),
    users: readUsers(reading, root.get('basic_auth_users')),
    rateLimit: readRateLimit(reading, root.get('rate_limit')),
  };
  const { complaints } = reading;
  if (complaints.length > 0) throw new SettingsError(complaints.join('\n'));
  return config;
}
