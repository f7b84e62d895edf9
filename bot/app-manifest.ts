import type { LocalShortcut } from './local/local-slack.ts';
import manifest from './manifest.json' with { type: 'json' };

/** A Slack app's manifest, as far as Tierbook uses it. */
export type AppManifest = typeof manifest & {
  readonly features: { readonly shortcuts?: readonly ManifestShortcut[] };
};

/** A shortcut as a manifest has it (Slack: "App manifest reference", features.shortcuts). */
interface ManifestShortcut {
  readonly name: string;
  /** `message` or `global`. */
  readonly type: string;
  readonly callback_id: string;
  readonly description: string;
}

/** The shortcuts that a manifest declares, on messages and from anywhere; none where it has no such part. */
export function declaredShortcuts({ features }: AppManifest): readonly LocalShortcut[] {
  return (features.shortcuts ?? []).map(({ callback_id, name, type }) => ({
    callbackId: callback_id,
    type: type === 'message' ? 'message' : 'global',
    name,
  }));
}

/** The scope and the event that taking files wants. */
const FILE_SCOPES = ['files:read'];
const FILE_EVENTS = ['file_shared'];

/** The manifest to create the Slack app from: with the least rights, or with those to read files that people post to it. */
export function appManifest({ fileUploads }: { readonly fileUploads: boolean }): AppManifest {
  if (!fileUploads) return manifest;
  const { oauth_config: oauth, settings } = manifest;
  const { event_subscriptions: events } = settings;
  return {
    ...manifest,
    oauth_config: { ...oauth, scopes: { bot: [...oauth.scopes.bot, ...FILE_SCOPES].toSorted() } },
    settings: {
      ...settings,
      event_subscriptions: { ...events, bot_events: [...events.bot_events, ...FILE_EVENTS].toSorted() },
    },
  };
}
