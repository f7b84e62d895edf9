import { exception, type Host } from './host.ts';
import { checkParameters } from './parameters.ts';

const NAME = 'HtmlService.HtmlOutput';

/** A page that can be shown. documented */
export class HtmlOutput {
  #content: string;
  #title: string | null = null;
  #width: number | null = null;
  #height: number | null = null;

  constructor(content: string) {
    this.#content = content;
  }

  getContent(): string {
    checkParameters(`${NAME}.getContent`, arguments, []);
    return this.#content;
  }

  setContent(content: string): this {
    checkParameters(`${NAME}.setContent`, arguments, ['string']);
    this.#content = content;
    return this;
  }

  append(addedContent: string): this {
    checkParameters(`${NAME}.append`, arguments, ['string']);
    this.#content += addedContent;
    return this;
  }

  getTitle(): string | null {
    checkParameters(`${NAME}.getTitle`, arguments, []);
    return this.#title;
  }

  setTitle(title: string): this {
    checkParameters(`${NAME}.setTitle`, arguments, ['string']);
    this.#title = title;
    return this;
  }

  getWidth(): number | null {
    checkParameters(`${NAME}.getWidth`, arguments, []);
    return this.#width;
  }

  /** A sidebar stays 300 pixels wide whatever it says. documented */
  setWidth(width: number): this {
    checkParameters(`${NAME}.setWidth`, arguments, ['number|null']);
    this.#width = width;
    return this;
  }

  getHeight(): number | null {
    checkParameters(`${NAME}.getHeight`, arguments, []);
    return this.#height;
  }

  setHeight(height: number): this {
    checkParameters(`${NAME}.setHeight`, arguments, ['number|null']);
    this.#height = height;
    return this;
  }
}

/** `HtmlService`, without templates. documented */
export function createHtmlService(host: Host): object {
  return Object.freeze({
    createHtmlOutput(html = ''): HtmlOutput {
      checkParameters('HtmlService.createHtmlOutput', arguments, [], ['string']);
      return new HtmlOutput(html);
    },
    createHtmlOutputFromFile(filename: string): HtmlOutput {
      checkParameters('HtmlService.createHtmlOutputFromFile', arguments, ['string']);
      const content = host.call<string | null>('HtmlService.createHtmlOutputFromFile', filename);
      if (content === null) throw exception(`No HTML file named ${filename} was found.`);
      return new HtmlOutput(content);
    },
  });
}
