import { Command, type ErrorOptions, type Option } from 'commander';
import { CLI_USAGE_TEXT } from '../../core/text/cli-usage-text.ts';
import type { Language } from '../../core/text/language.ts';
import { CliError } from './cli-io.ts';

/** How the program was called. */
export interface CliCall {
  readonly argv: readonly string[];
  /** In which wrong use is told. */
  readonly language: Language;
}

/** A command that says in the caller's language what is missing, and takes the value of an option once. Throws {@link CliError}. */
export class CliCommand extends Command {
  readonly call: CliCall;

  constructor(name: string | undefined, call: CliCall) {
    super(name);
    this.call = call;
  }

  override createCommand(name?: string): CliCommand {
    return new CliCommand(name, this.call);
  }

  /** Of an option that is given twice the last would count without a word; those that gather their values may be repeated. */
  override addOption(option: Option): this {
    super.addOption(option);
    if (!option.required && !option.optional) return this;
    let isGiven = false;
    this.on(`option:${option.name()}`, () => {
      const gathers = Array.isArray(this.getOptionValue(option.attributeName()));
      if (isGiven && !gathers) {
        throw new CliError(CLI_USAGE_TEXT[this.call.language].optionTwice(option.long ?? option.flags));
      }
      isGiven = true;
    });
    return this;
  }

  override error(message: string, options?: ErrorOptions): never {
    const missing = this.missing(options?.code);
    if (missing !== undefined) throw new CliError(missing);
    return super.error(message, options);
  }

  /** What is missing and how to write it, by commander's code; undefined for other errors. */
  private missing(code: string | undefined): string | undefined {
    const text = CLI_USAGE_TEXT[this.call.language];
    switch (code) {
      case 'commander.missingArgument': {
        const argument = this.registeredArguments.find(({ required }, at) => required && this.args[at] === undefined);
        return argument && text.missingArgument(argument.name(), this.createHelp().commandUsage(this));
      }
      case 'commander.optionMissingArgument': {
        // only the last word of a call can have nothing behind it
        const last = this.call.argv.at(-1);
        const option = this.options.find(({ long, short }) => long === last || short === last);
        return option && text.missingValue(option.flags);
      }
      case 'commander.missingMandatoryOptionValue': {
        const option = this.options.find(
          (one) => one.mandatory && this.getOptionValue(one.attributeName()) === undefined,
        );
        return option && text.missingOption(option.flags);
      }
      case undefined:
      default:
        return undefined;
    }
  }
}
