import { CLI_USAGE_TEXT } from '../../../core/text/cli-usage-text.ts';
import type { Language } from '../../../core/text/language.ts';
import { CliError } from '../cli-io.ts';
import { printable } from '../printable.ts';
import {
  type CommandShell,
  languageFor,
  languageOption,
  type WorkspaceArgument,
  workspaceOption,
} from './command-shell.ts';

/** Commands that change what is on file of one customer: `add`, `edit`, `archive`, `bring-back` and `contacts`. */
export function addFileCommands({ program, io, end }: CommandShell): void {
  const where = (options: WorkspaceArgument) => ({
    workspace: options.workspace,
    language: languageFor(options, io),
  });

  program
    .command('add')
    .description('put a customer on file')
    .argument('<name>', 'its name')
    .option('--key <number>', 'the business’s own number for it')
    .option('--stage <stage>', 'prospect or customer', 'customer')
    .option('--owner <owner>', 'who looks after it: a Slack id, an e-mail address or a name')
    .option('--industry <text>', 'its industry')
    .option('--region <text>', 'its region')
    .option('--force', 'it is none of the customers on file that look like it')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (name: string, options: AddArguments) => {
      const { addCommand } = await import('../file-commands.ts');
      const { key, stage, owner, industry, region, force = false } = options;
      end(await addCommand(io, name, { key, stage, owner, industry, region, force }, where(options)));
    });

  program
    .command('edit')
    .description('change what is on file of a customer: its basic data and the figures that grade it')
    .argument('<customer>', 'its key or its whole name')
    .argument('<field=value...>', 'such as name=…, key=…, owner=…, stage=…, industry=…, region=… or payment=95%')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (customer: string, pairs: readonly string[], options: WorkspaceArgument) => {
      const { editCommand } = await import('../file-commands.ts');
      end(await editCommand(io, customer, pairs, where(options)));
    });

  program
    .command('archive')
    .description('take a customer out of grading and follow-ups; nothing is lost')
    .argument('<customer>', 'its key or its whole name')
    .requiredOption('--reason <text>', 'why, for everybody to see')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (customer: string, options: WorkspaceArgument & { readonly reason: string }) => {
      const { archiveCommand } = await import('../file-commands.ts');
      end(await archiveCommand(io, customer, options.reason, where(options)));
    });

  program
    .command('bring-back')
    .description('grade and follow up an archived or lost customer again')
    .argument('<customer>', 'its key or its whole name')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (customer: string, options: WorkspaceArgument) => {
      const { bringBackCommand } = await import('../file-commands.ts');
      end(await bringBackCommand(io, customer, where(options)));
    });

  program
    .command('contacts')
    .description('the people at a customer: list, add, edit or remove them')
    .argument('<customer>', 'its key or its whole name')
    .argument('[action]', 'add, edit or remove (default: list)')
    .argument('[contact]', 'for edit and remove: the number in the list or the whole name')
    .option('--name <text>', 'name')
    .option('--role <text>', 'role, such as executive, cio, it, buyer or any other')
    .option('--phone <text>', 'telephone number')
    .option('--email <text>', 'e-mail address')
    .option('--birthday <date>', 'birthday, as YYYY-MM-DD')
    .option('--notes <text>', 'notes')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(
      async (customer: string, action: string | undefined, who: string | undefined, options: ContactArguments) => {
        const commands = await import('../contacts-command.ts');
        const { birthday, email, name, notes, phone, role } = options;
        const contact = { name, role, phone, email, birthday, notes };
        if (action === undefined) end(await commands.contactsCommand(io, customer, where(options)));
        else if (action === 'add' && who === undefined)
          end(await commands.addContactCommand(io, customer, contact, where(options)));
        else if (action === 'edit' && who !== undefined)
          end(await commands.editContactCommand(io, customer, { who, contact }, where(options)));
        else if (action === 'remove' && who !== undefined)
          end(await commands.removeContactCommand(io, customer, who, where(options)));
        else throw new CliError(wrongContactArguments(action, languageFor(options, io)));
      },
    );
}

interface AddArguments extends WorkspaceArgument {
  readonly key?: string;
  readonly stage?: string;
  readonly owner?: string;
  readonly industry?: string;
  readonly region?: string;
  readonly force?: boolean;
}

interface ContactArguments extends WorkspaceArgument {
  readonly name?: string;
  readonly role?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly birthday?: string;
  readonly notes?: string;
}

function wrongContactArguments(action: string, language: Language): string {
  const text = CLI_USAGE_TEXT[language];
  if (action === 'add') return text.addContactWants;
  if (action === 'edit' || action === 'remove') return text.contactWants(action);
  return text.noContactAction(printable(action));
}
