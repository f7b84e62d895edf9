import { type Explained, explanationLines } from '../../core/text/explanation-text.ts';
import type { Language } from '../../core/text/language.ts';
import { printable } from './printable.ts';
import { receiptObject } from './receipt-object.ts';

/** A receipt as text for a terminal. */
export function explanationText(explained: Explained, language: Language): string {
  return `${explanationLines(explained, language).map(printable).join('\n')}\n`;
}

/** A receipt as one JSON object. */
export function explanationJson(explained: Explained, language: Language): string {
  const { name, key, receipt, standing, override = null, replayed = null, segments = [], changes = [] } = explained;
  const told = ({ change, day }: NonNullable<Explained['replayed']>) => {
    const { from, to, cause, scheme, driver } = change;
    return { day, from, to, cause, scheme: scheme.id, version: scheme.version, driver };
  };
  const object = {
    name,
    key,
    standing: standing ?? (receipt && { status: receipt.grade.status, tier: receipt.grade.tier, held: null }),
    override,
    replayed: replayed && told(replayed),
    segments,
    receipt: receipt && receiptObject(receipt, language),
    changes: changes.map(told),
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}
