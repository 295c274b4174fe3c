import { ComplaintsError } from '../configuration/complaint';
import {
  type ConfigurationFile,
  ConfigurationFileError,
} from '../configuration/configuration-file';
import type { GroupRule } from './rules';
import { parseRulesFile } from './rules-file';

/** How the last reading of the rules went, as metrics tell it. */
export interface ReloadStatus {
  readonly successful: boolean;
  /** Since 1970. */
  readonly lastSuccessSeconds: number;
}

/** The rules in a file: read at the start, and again whenever it changes or somebody asks. */
export class RulesSource {
  status: ReloadStatus;
  /** As they were last read without a complaint. */
  rules: readonly GroupRule[];

  /**
   * @param nowSeconds since 1970
   * @throws ComplaintsError, ConfigurationFileError
   */
  constructor(
    private readonly file: ConfigurationFile,
    private readonly nowSeconds: () => number,
  ) {
    this.rules = this.read();
    this.status = { successful: true, lastSuccessSeconds: nowSeconds() };
  }

  /** @see reload */
  reloadIfChanged(
    onRules: (rules: readonly GroupRule[]) => void,
    log: (error: Error) => void,
  ): void {
    if (this.file.hasChanged()) this.reload(onRules, log);
  }

  /**
   * Reads the rules anew. A file that cannot be taken leaves the old ones in place.
   * @param log is given what is wrong with the file
   */
  reload(onRules: (rules: readonly GroupRule[]) => void, log: (error: Error) => void): void {
    try {
      this.rules = this.read();
    } catch (error) {
      if (!(error instanceof ComplaintsError) && !(error instanceof ConfigurationFileError)) {
        throw error;
      }
      this.status = { ...this.status, successful: false };
      log(error);
      return;
    }
    this.status = { successful: true, lastSuccessSeconds: this.nowSeconds() };
    onRules(this.rules);
  }

  private read(): GroupRule[] {
    return parseRulesFile(this.file.read(), this.file.path);
  }
}
