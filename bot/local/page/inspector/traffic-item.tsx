import { memo, useState } from 'react';
import { PAGE_TRAFFIC_TEXT } from '../../../../core/text/page-traffic-text.ts';
import { usePage } from '../page-context.ts';
import { formatMoment } from '../zoned-time.ts';
import type { TrafficLine } from './traffic-lines.ts';

/** One line of the traffic; opened, it shows what was in it. */
export const TrafficItem = memo(function TrafficItem({ line }: { readonly line: TrafficLine }) {
  const { me, language } = usePage();
  const text = PAGE_TRAFFIC_TEXT[language];
  const [isOpen, setOpen] = useState(false);
  const directions = { 'to-bot': text.toBot, 'to-slack': text.toSlack, connection: text.connection };
  // The machine's own time, since that is what other logs have.
  const time = formatMoment(line.atMs, { ...me, timeZone: MACHINE_ZONE }, { timeStyle: 'medium' });
  const outcome = [
    line.isAcknowledged === true ? text.acknowledged : line.isAcknowledged === false ? text.notAcknowledged : '',
    line.ms === null ? '' : text.ms(Math.round(line.ms)),
  ];
  return (
    <li className={line.error === null ? 'traffic-line' : 'traffic-line is-error'}>
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span className="traffic-number">{line.number}</span>
        <span className={`traffic-direction is-${line.direction}`}>{directions[line.direction]}</span>
        <strong>{line.name || '–'}</strong>
        <span className="traffic-outcome">{outcome.filter(Boolean).join(' · ')}</span>
        <time>{time}</time>
        {line.error !== null && <span className="traffic-error">{line.error}</span>}
      </button>
      {isOpen && (
        <div className="traffic-details">
          {line.entries.map((entry) => (
            <Json key={entry.number} value={entry.detail} />
          ))}
        </div>
      )}
    </li>
  );
});

const MACHINE_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

function Json({ value }: { readonly value: unknown }) {
  const { language } = usePage();
  const text = PAGE_TRAFFIC_TEXT[language];
  const [isCopied, setCopied] = useState(false);
  const json = JSON.stringify(value, null, 2);
  const copy = async () => {
    await navigator.clipboard.writeText(json);
    setCopied(true);
  };
  return (
    <div className="traffic-json">
      <button type="button" className="button" onClick={() => void copy()}>
        {isCopied ? text.copied : text.copy}
      </button>
      <pre tabIndex={0}>{json}</pre>
    </div>
  );
}
