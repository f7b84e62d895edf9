import { Option } from 'commander';
import {
  type CommandShell,
  type LanguageArgument,
  languageFor,
  languageOption,
  type WorkspaceArgument,
  workspaceOption,
} from './command-shell.ts';

/** `schemes` and what stands under it. */
export function addSchemeCommands({ program, io, end }: CommandShell): void {
  const schemes = program.command('schemes').description('the built-in schemes, and checking your own');
  schemes
    .command('list')
    .description('id, version and title of each built-in scheme')
    .addOption(languageOption())
    .action(async (options: LanguageArgument) => {
      const { listSchemes } = await import('../schemes-command.ts');
      end(await listSchemes(io, languageFor(options, io)));
    });
  schemes
    .command('show')
    .description('print a scheme as JSON')
    .argument('<id>')
    .addOption(languageOption())
    .action(async (id: string, options: LanguageArgument) => {
      const { showScheme } = await import('../schemes-command.ts');
      end(await showScheme(io, id, languageFor(options, io)));
    });
  schemes
    .command('check')
    .description('check a scheme document and say what is wrong with it')
    .argument('<file>')
    .addOption(languageOption())
    .action(async (file: string, options: LanguageArgument) => {
      const { checkSchemeCommand } = await import('../schemes-command.ts');
      end(await checkSchemeCommand(io, file, languageFor(options, io)));
    });

  schemes
    .command('use')
    .description('grade by a scheme from now on')
    .argument('<id or file>')
    .addOption(new Option('--for <what>', 'what to use it for').choices(['prospects', 'customers', 'segments']))
    .option('--remove', 'take a scheme of segments out of use')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (named: string, options: UseArguments) => {
      const { useSchemeCommand } = await import('../use-scheme-command.ts');
      const where = { workspace: options.workspace, language: languageFor(options, io) };
      end(await useSchemeCommand(io, named, { ...where, use: options.for, remove: options.remove ?? false }));
    });
  schemes
    .command('in-use')
    .description('what the workspace grades by')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (options: WorkspaceArgument) => {
      const { schemesInUseCommand } = await import('../use-scheme-command.ts');
      end(await schemesInUseCommand(io, { workspace: options.workspace, language: languageFor(options, io) }));
    });
  schemes
    .command('json-schema')
    .description('print the JSON Schema by which an editor completes and checks scheme documents')
    .action(async () => {
      const { printSchemeJsonSchema } = await import('../schemes-command.ts');
      end(await printSchemeJsonSchema(io));
    });
}

interface UseArguments extends WorkspaceArgument {
  readonly for?: 'prospects' | 'customers' | 'segments';
  readonly remove?: boolean;
}
