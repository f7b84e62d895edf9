import type { PageSheetText } from '../../../../core/text/page-sheet-text.ts';
import { Icon } from '../icon.tsx';
import { Dialog } from '../modals/dialog.tsx';
import { usePage } from '../page-context.ts';
import { AddonFrame } from './addon-frame.tsx';
import { dialogAddress } from './sheet-server.ts';
import type { ScriptHold } from './use-script.ts';

export interface ScriptWindowsProps {
  readonly script: ScriptHold;
  readonly text: PageSheetText;
}

/** The sidebar that the add-on's script opened, 300 pixels wide as in Google Sheets. `onClosed`: where the focus goes then. */
export function AddonPanel({ onClosed, script, text }: ScriptWindowsProps & { readonly onClosed: () => void }) {
  const { me } = usePage();
  const { sidebar } = script;
  if (sidebar === null) return null;
  const close = () => {
    script.closeSidebar();
    onClosed();
  };
  return (
    <aside className="addon-panel" aria-label={text.addonPanel}>
      <header className="pane-header">
        <h2>{sidebar.title}</h2>
        <button type="button" className="icon-button" aria-label={text.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <AddonFrame
        key={sidebar.dialogId}
        title={sidebar.title}
        address={dialogAddress(me.id, sidebar.dialogId)}
        onCall={script.call}
        onClose={close}
      />
    </aside>
  );
}

/** What else a script shows: dialogs, alerts and toasts. */
export function ScriptWindows({ script, text }: ScriptWindowsProps) {
  const { me } = usePage();
  const { alert, dialog, toasts } = script;
  return (
    <>
      {dialog !== null && (
        <Dialog title={dialog.title} onCancel={script.closeDialog} className="addon-dialog">
          <div style={{ width: dialog.kind === 'dialog' ? dialog.width : 400, maxWidth: '100%' }}>
            <AddonFrame
              key={dialog.dialogId}
              title={dialog.title}
              address={dialogAddress(me.id, dialog.dialogId)}
              height={dialog.kind === 'dialog' ? dialog.height : 300}
              onCall={script.call}
              onClose={script.closeDialog}
            />
          </div>
        </Dialog>
      )}
      {alert !== null && (
        <Dialog
          title={alert.title === '' ? 'Tierbook' : alert.title}
          onCancel={() => script.closeAlert(null)}
          className="confirm"
        >
          <div className="dialog-body" tabIndex={-1}>
            <p className="alert-text">{alert.text}</p>
          </div>
          <footer className="dialog-footer">
            {alert.answers.length === 0 && (
              <button type="button" className="button primary first" onClick={() => script.closeAlert(null)}>
                {text.ok}
              </button>
            )}
            {alert.answers.map((answer) => (
              <button key={answer} type="button" className="button" onClick={() => script.closeAlert(answer)}>
                {text.answers[answer]}
              </button>
            ))}
          </footer>
        </Dialog>
      )}
      <div className="toasts" role="status">
        {toasts.map((toast) => (
          <div key={toast.id} className="toast">
            {toast.title !== '' && <strong>{toast.title}</strong>}
            {toast.text}
          </div>
        ))}
      </div>
    </>
  );
}
