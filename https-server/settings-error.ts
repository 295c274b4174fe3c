/**
 * What a server was told and cannot take: a flag, a configuration file, a certificate. The message is
 * for people and names the thing; at the start it ends the program with exit status 2.
 */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}
