import { createInterface } from 'node:readline';
import { languageOf } from '../../core/text/language.ts';
import { TERMINAL_TEXT, type TerminalText } from '../../core/text/terminal-text.ts';
import { type BlockText, messageAsText, type TextControl, viewAsText } from './block-text.ts';
import type { SlackNames } from './mrkdwn-text.ts';
import type { Outcome } from './outcome.ts';
import { NotOffered, type Person, type Place } from './person.ts';
import type { SlackServer } from './slack-server.ts';
import { terminalSafe } from './terminal-safe.ts';
import type { StoredMessage, WorkspaceChange } from './workspace-state.ts';

export interface TerminalOptions {
  readonly slack: SlackServer;
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
  /** Who one is at first, by name or id; default the first person of the workspace. */
  readonly as?: string;
  /** Where one types; default `C0SALES`, or the direct message with the bot where there is no such channel. */
  readonly channel?: string;
  /** From a pipe: an answer counts as complete when nothing has changed for this long; default 400. */
  readonly quietMs?: number;
  /** From a pipe: the wait for the first sign of an answer; default 10,000. */
  readonly patienceMs?: number;
}

/** A conversation with the bot in a terminal. */
export interface Terminal {
  /**
   * `left`: the person typed `exit`, Ctrl-C or Ctrl-D, or the pipe's last line was answered. `no-input`: standard input was
   * closed from the start, as under a service manager, and the process should go on serving.
   */
  readonly ended: Promise<'left' | 'no-input'>;
  stop(): void;
}

/** Takes lines from a person or a pipe, acts on them in the local workspace, and prints what comes of it. */
export function startTerminal(options: TerminalOptions): Terminal {
  const { slack, input, output, quietMs = 400, patienceMs = 10_000 } = options;
  const interactive = input.isTTY === true;
  const people = [...slack.workspace.users.values()].filter((each) => !each.isBot);
  const peopleNames = people.map((each) => each.name);
  const names: SlackNames = {
    userName: (id) => slack.workspace.users.get(id)?.name,
    channelName: (id) => slack.workspace.channels.get(id)?.name,
  };
  let me: Person = slack.person(options.as ?? people[0]?.id ?? '');
  let onMessage: { place: StoredMessage; controls: readonly TextControl[] } | undefined;
  let sawLine = false;
  let left = false;
  let closed = false;
  let changed: (() => void) | undefined;

  const lines = createInterface({ input, output, terminal: interactive, prompt: '' });
  output.on('error', () => lines.close());
  const endListening = slack.workspace.changes.listen(showChange);
  let work = Promise.resolve();
  const ended = new Promise<'left' | 'no-input'>((resolve) => {
    lines.on('line', (line) => {
      sawLine = true;
      work = work.then(() => take(line.trim()));
    });
    lines.on('SIGINT', () => lines.close());
    lines.on('close', () => {
      closed = true;
      void work.then(() => {
        endListening();
        return resolve(interactive || sawLine ? 'left' : 'no-input');
      });
    });
  });
  if (interactive) {
    const channel = slack.workspace.channels.get(whereToType())?.name ?? '';
    print(text().welcome(user().realName, channel));
  }
  prompt();
  return { ended, stop: () => lines.close() };

  async function take(line: string): Promise<void> {
    if (left) return;
    if (line !== '') await act(line).catch(explain);
    prompt();
  }

  async function act(line: string): Promise<void> {
    const [word = ''] = line.split(/\s/, 1);
    const rest = line.slice(word.length).trim();
    if (word.startsWith('/')) return report(() => me.command(word, rest, { channel: whereToType() }));
    if (/^\d+$/.test(line)) return press(line);
    switch (line.toLowerCase()) {
      case 'exit':
      case 'quit':
        left = true;
        return lines.close();
      case 'close':
        if (!me.currentView()) return print(text().nothingOpen);
        await me.closeView();
        print(text().closed);
        return showModal();
      default:
        return word.toLowerCase() === 'as' ? become(rest) : print(text().hint(peopleNames));
    }
  }

  function press(typed: string): Promise<void> {
    const view = me.currentView();
    const place: Place | undefined = view ? 'modal' : onMessage?.place;
    const controls = view ? viewAsText(view.content, names).controls : onMessage?.controls;
    const control = controls?.[Number(typed) - 1];
    if (!place || !control) {
      print(text().noSuchNumber(typed));
      return Promise.resolve();
    }
    const { actionId, blockId, option } = control;
    if (option !== undefined) return report(() => me.selectOption(place, actionId, option, { blockId }));
    return report(() => me.clickButton(place, actionId, { blockId }));
  }

  function become(name: string): void {
    const wanted = name.replace(/^@/, '').toLowerCase();
    const found = people.find((each) =>
      [each.name, each.realName.toLowerCase(), each.id.toLowerCase()].includes(wanted),
    );
    if (!found) return print(text().noSuchPerson(terminalSafe(name), peopleNames));
    me = slack.person(found.id);
    onMessage = undefined;
    print(text().nowActing(found.realName));
  }

  /** Acts; from a pipe it waits for the answer, since the next line may press a button in it. */
  async function report(doIt: () => Promise<Outcome>): Promise<void> {
    const answer = untilQuiet();
    try {
      const outcome = await doIt();
      if (outcome.kind === 'failed') {
        print(outcome.error === 'operation_timeout' ? text().timedOut : text().unreachable);
        return;
      }
      if (outcome.kind === 'invalid')
        for (const sentence of Object.values(outcome.errors)) print(terminalSafe(sentence));
      if (!interactive && outcome.kind === 'done') await answer.complete;
    } finally {
      answer.forget();
    }
  }

  /** `complete` once something was shown and then nothing more for a while, or when patience ends. */
  function untilQuiet(): { complete: Promise<void>; forget: () => void } {
    let timer: NodeJS.Timeout | undefined;
    const complete = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patienceMs);
      changed = () => {
        clearTimeout(timer);
        timer = setTimeout(resolve, quietMs);
      };
    });
    const forget = () => {
      clearTimeout(timer);
      changed = undefined;
    };
    return { complete, forget };
  }

  function showChange(change: WorkspaceChange): void {
    switch (change.kind) {
      case 'message-posted':
      case 'message-updated':
        if (showMessage(change.message)) changed?.();
        return;
      case 'view-opened':
      case 'view-updated': {
        const { view } = change;
        if (view.userId !== me.id || me.currentView()?.id !== view.id) return;
        showModal();
        return changed?.();
      }
      case 'message-deleted':
      case 'view-closed':
      case 'home-published':
        return;
      default:
        change satisfies never;
    }
  }

  function showModal(): void {
    const view = me.currentView();
    if (view) show(text().window, viewAsText(view.content, names), text().closeHint);
  }

  function showMessage(message: StoredMessage): boolean {
    const channel = slack.workspace.channels.get(message.channel);
    const mine =
      message.visibleTo === undefined ? channel?.members.includes(me.id) === true : message.visibleTo === me.id;
    if (!mine || message.userId === me.id) return false;
    const shown = messageAsText(message, names);
    if (shown.controls.length > 0) onMessage = { place: message, controls: shown.controls };
    show(message.visibleTo === undefined ? `#${channel?.name ?? ''}` : text().onlyYou, shown);
    return true;
  }

  function show(heading: string, body: BlockText, footer = ''): void {
    print(`\n── ${heading} ──\n${body.text}${footer === '' ? '' : `\n${footer}`}\n`);
  }

  /** Clears the line on which the person types, writes, and gives the line back. */
  function print(sentence: string): void {
    output.write(`${interactive && !closed ? '\r\u001b[K' : ''}${sentence}\n`);
    if (interactive && !closed) lines.prompt(true);
  }

  function prompt(): void {
    if (!interactive || closed) return;
    lines.setPrompt(`${user().name}> `);
    lines.prompt(true);
  }

  function explain(error: unknown): void {
    if (!(error instanceof NotOffered)) return print(terminalSafe(String(error)));
    const { reason, subject } = error;
    print(reason === 'unknown-command' ? text().noSuchCommand(terminalSafe(subject)) : text().hint(peopleNames));
  }

  function text(): TerminalText {
    return TERMINAL_TEXT[languageOf(user().locale)];
  }

  function user() {
    return slack.workspace.users.get(me.id) ?? { name: me.id, realName: me.id, locale: 'en' };
  }

  function whereToType(): string {
    const wanted = options.channel ?? 'C0SALES';
    return slack.workspace.channels.has(wanted) ? wanted : `D${me.id.slice(1)}`;
  }
}
