import { InvalidArgumentError } from 'commander';
import { type CalendarDate, parseIsoDate } from '../../../core/calendar-date.ts';
import type { DayRange } from '../../use-cases/work-week.ts';
import {
  type CommandShell,
  day,
  languageFor,
  languageOption,
  today,
  type WorkspaceArgument,
  workspaceOption,
} from './command-shell.ts';

const DAYS = 'a day as YYYY-MM-DD, or several as FIRST..LAST';

/** `calendar` and what stands under it. */
export function addCalendarCommands({ program, io, end }: CommandShell): void {
  const calendar = program.command('calendar').description('which days are worked');
  const where = (options: WorkspaceArgument) => ({
    workspace: options.workspace,
    language: languageFor(options, io),
  });

  calendar
    .command('show')
    .description('which days of a month are off, and why')
    .option('--member <who>', 'a member’s own: Slack id, e-mail or name (default: the workspace’s)')
    .option('--month <month>', 'as YYYY-MM (default: this one)', month)
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (options: WorkspaceArgument & { readonly member?: string; readonly month?: CalendarDate }) => {
      const { showCalendarCommand } = await import('../calendar-command.ts');
      const asked = { member: options.member, month: options.month ?? today(io) };
      end(await showCalendarCommand(io, { ...asked, ...where(options) }));
    });
  calendar
    .command('country')
    .description('whose public holidays are days off')
    .argument('<code>', 'such as DE, DE-BY, CN, TW or US; none: those of everybody’s own time zone')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (code: string, options: WorkspaceArgument) => {
      const { setCountryCommand } = await import('../calendar-command.ts');
      end(await setCountryCommand(io, code, where(options)));
    });
  calendar
    .command('weekend')
    .description('which days of the week nobody works')
    .argument('<weekdays>', 'Monday 1 to Sunday 7, such as 6,7; or none')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (weekdays: string, options: WorkspaceArgument) => {
      const { setWeekendCommand } = await import('../calendar-command.ts');
      end(await setWeekendCommand(io, weekdays, where(options)));
    });
  for (const kind of ['off', 'working'] as const) {
    calendar
      .command(kind)
      .description(
        kind === 'off'
          ? 'days that the workspace has off'
          : 'days that the workspace works, weekend or public holiday or not',
      )
      .argument('<days>', DAYS, dayRange)
      .argument('[title]', 'what for')
      .addOption(workspaceOption())
      .addOption(languageOption())
      .action(async (days: DayRange, title: string | undefined, options: WorkspaceArgument) => {
        const { setOwnDaysCommand } = await import('../calendar-command.ts');
        end(await setOwnDaysCommand(io, days, { kind, title: title ?? null, ...where(options) }));
      });
  }
  calendar
    .command('clear')
    .description('let weekday and public holidays decide again')
    .argument('<days>', DAYS, dayRange)
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (days: DayRange, options: WorkspaceArgument) => {
      const { clearOwnDaysCommand } = await import('../calendar-command.ts');
      end(await clearOwnDaysCommand(io, days, where(options)));
    });
}

/** `2026-10-01` or `2026-10-01..2026-10-08`. */
function dayRange(text: string): DayRange {
  const [first = '', last = first, ...more] = text.split('..');
  if (more.length > 0) throw new InvalidArgumentError('It wants a day such as 2026-03-31, or 2026-10-01..2026-10-08.');
  return { from: day(first), to: day(last) };
}

/** The first day of `2026-11`. */
function month(text: string): CalendarDate {
  const first = parseIsoDate(`${text}-01`);
  if (first === undefined) throw new InvalidArgumentError('It wants a month such as 2026-11.');
  return first;
}
