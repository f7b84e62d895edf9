import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import { SHEETS_SCHEMES_TEXT } from '../../core/text/sheets-schemes-text.ts';
import { FailurePanel } from './failure-panel.tsx';
import { SchemeExport } from './scheme-export.tsx';
import { SchemeImport } from './scheme-import.tsx';
import { SchemeItem } from './scheme-item.tsx';
import type { SchemeLibrary } from './scheme-library.ts';
import { SchemesMessageBox } from './schemes-message.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { useSidebarContext } from './sidebar-context.ts';
import type { Schemes } from './use-schemes.ts';

/** The schemes: the workbook's own and those that come with Tierbook, and ways in and out for them. */
export function SchemesTab({
  schemes,
  inUse,
  onUse,
}: {
  readonly schemes: Schemes;
  /** The id of the scheme that the table is graded by; undefined when none is known. */
  readonly inUse: string | undefined;
  readonly onUse: (id: string, isOwn: boolean) => void;
}): VNode {
  const { language } = useSidebarContext();
  const text = SHEETS_SCHEMES_TEXT[language];
  const [exported, setExported] = useState<AnyScheme | null>(null);
  const { library, running, failure } = schemes.state;
  useEffect(() => {
    schemes.open();
    // when the part is opened
  }, []);
  if (exported !== null)
    return (
      <SchemeExport
        document={exported}
        onClose={() => {
          setExported(null);
        }}
      />
    );
  return (
    <>
      <ScreenHeading>{text.title}</ScreenHeading>
      <p role="status">{running === null ? '' : RUNNING[running](text)}</p>
      {failure !== null && <FailurePanel why={failure.why} onAgain={failure.again} />}
      <SchemesMessageBox schemes={schemes} />
      {library === null ? (
        <p class={schemes.state.isUnloadable ? 'warning' : ''}>
          {schemes.state.isUnloadable ? text.loadFailed : text.loading}
        </p>
      ) : (
        <>
          <OwnSchemes schemes={schemes} library={library} inUse={inUse} onUse={onUse} onExport={setExported} />
          <SchemeImport schemes={schemes} />
          <section>
            <h3>{text.builtIn}</h3>
            <BuiltInSchemes
              library={library}
              inUse={inUse}
              onUse={(id) => {
                onUse(id, false);
              }}
              onExport={setExported}
              onPut={schemes.putCopy}
            />
          </section>
        </>
      )}
    </>
  );
}

const RUNNING = {
  reading: ({ loading }: { readonly loading: string }) => loading,
  checking: ({ checking }: { readonly checking: string }) => checking,
  importing: ({ importing }: { readonly importing: string }) => importing,
  saving: ({ saving }: { readonly saving: string }) => saving,
} as const;

function OwnSchemes({
  schemes: { state, check },
  library,
  inUse,
  onUse,
  onExport,
}: {
  readonly schemes: Schemes;
  readonly library: SchemeLibrary;
  readonly inUse: string | undefined;
  readonly onUse: (id: string, isOwn: boolean) => void;
  readonly onExport: (document: AnyScheme) => void;
}): VNode {
  const { language } = useSidebarContext();
  const text = SHEETS_SCHEMES_TEXT[language];
  const own = state.own?.schemes ?? [];
  return (
    <section>
      <h3>{text.own}</h3>
      {own.length === 0 && state.own?.problems.length === 0 && <p class="quiet">{text.noneOwn}</p>}
      {own.length > 0 && (
        <ul class="schemes">
          {own.map(({ document }) => (
            <SchemeItem
              key={document.id}
              document={document}
              summary={library.summarise(document, language)}
              isInUse={document.id === inUse}
              isChanged={!(state.sheet?.checked ?? []).includes(document.id)}
              onUse={(id) => {
                onUse(id, true);
              }}
              onExport={onExport}
              onPut={null}
            />
          ))}
        </ul>
      )}
      <div class="actions">
        <button type="button" disabled={state.running !== null} onClick={check}>
          {text.check}
        </button>
      </div>
    </section>
  );
}

function BuiltInSchemes({
  library,
  inUse,
  onUse,
  onExport,
  onPut,
}: {
  readonly library: SchemeLibrary;
  readonly inUse: string | undefined;
  readonly onUse: (id: string) => void;
  readonly onExport: (document: AnyScheme) => void;
  readonly onPut: (document: AnyScheme) => void;
}): VNode {
  const { language } = useSidebarContext();
  const text = SHEETS_SCHEMES_TEXT[language];
  const all = library.builtIn.map((document) => ({ document, summary: library.summarise(document, language) }));
  return (
    <>
      {PURPOSES.map((purpose) => (
        <details key={purpose} open={purpose !== 'segments'}>
          <summary>{text.purposes[purpose]}</summary>
          <ul class="schemes">
            {all
              .filter(({ summary }) => summary.purpose === purpose)
              .map(({ document, summary }) => (
                <SchemeItem
                  key={document.id}
                  document={document}
                  summary={summary}
                  isInUse={document.id === inUse}
                  isChanged={false}
                  onUse={onUse}
                  onExport={onExport}
                  onPut={onPut}
                />
              ))}
          </ul>
        </details>
      ))}
    </>
  );
}

const PURPOSES = ['customers', 'prospects', 'segments'] as const;
