import { exception, type Host } from './host.ts';
import { type Argument, type Entered, real, type StrictClass, strictClass, takes, text } from './strict-service.ts';

/** What a page that can be shown holds; sizes in pixels. */
export interface HtmlPage {
  content: string;
  title: string | null;
  width: number | null;
  height: number | null;
}

const realOrNull: Argument<number | null> = {
  name: 'number',
  fits: (value): value is number | null => value === null || real.fits(value),
};

/** `HtmlService.HtmlOutput`. documented */
export function createHtmlOutput(entered: Entered): StrictClass<HtmlPage> {
  const sets = <Name extends keyof HtmlPage>(name: Name, kind: Argument<HtmlPage[Name]>) =>
    takes<HtmlPage, [HtmlPage[Name]]>([kind], ({ state, self }, value) => {
      state[name] = value;
      return self;
    });
  return strictClass<HtmlPage>('HtmlService.HtmlOutput', entered, {
    getContent: [takes([], ({ state }) => state.content)],
    setContent: [sets('content', text)],
    append: [
      takes([text], ({ state, self }, more) => {
        state.content += more;
        return self;
      }),
    ],
    getTitle: [takes([], ({ state }) => state.title)],
    setTitle: [sets('title', text as Argument<string | null>)],
    getWidth: [takes([], ({ state }) => state.width)],
    /** A sidebar stays 300 pixels wide whatever it says. */
    setWidth: [sets('width', realOrNull)],
    getHeight: [takes([], ({ state }) => state.height)],
    setHeight: [sets('height', realOrNull)],
  });
}

/** `HtmlService`, without templates. documented */
export function createHtmlService(host: Host, entered: Entered, output: StrictClass<HtmlPage>): object {
  const page = (content: string): object => output.of({ content, title: null, width: null, height: null });
  return strictClass<null>('HtmlService', entered, {
    createHtmlOutput: [takes([], () => page('')), takes([text], (_, content) => page(content))],
    createHtmlOutputFromFile: [
      takes([text], (_, name) => {
        const content = host.ask('fileContent', name);
        if (content === null) throw exception(`No HTML file named ${name} was found.`);
        return page(content);
      }),
    ],
  }).of(null);
}
