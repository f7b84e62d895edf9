import { plainName } from '../../blocks/plain-name.ts';

/** `/customer add NAME`, `/customer 新增 NAME`. */
export interface AddQuery {
  /** All that was typed, which may be a customer's odd name itself. */
  readonly whole: string;
  /** What the new customer is to be called; empty when nothing follows the word. */
  readonly name: string;
}

/** Reads a command that adds a customer; undefined for every other, quoted names among them. */
export function parseAddQuery(text: string): AddQuery | undefined {
  const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const whole = plainName(plain, Number.POSITIVE_INFINITY);
  const [, name] = ADD.exec(whole) ?? [];
  return name === undefined ? undefined : { whole, name: plainName(name, 200) };
}

/** "customer" is a word of the command only in small letters: "add Customer First Ltd" names one. */
const ADD =
  /^(?:(?:[Aa]dd|[Cc]reate)(?: an?)?(?: new)? (?:customer|client|prospect)(?=[\s:：]|$)|[Nn]ew (?:customer|client|prospect)(?=[\s:：]|$)|(?:[Aa]dd|ADD)(?=\s|$)|(?:新增|添加|新建)(?:一[个個家位])?新?(?:客户|客戶)?|新(?:客户|客戶)(?=[\s:：]|$))\s*[:：]?\s*(.*)$/u;
