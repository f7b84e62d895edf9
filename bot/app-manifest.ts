import manifest from './manifest.json' with { type: 'json' };

/** A Slack app's manifest, as far as Tierbook uses it. */
export type AppManifest = typeof manifest;

/** The scope, the event and the open direct message that taking files wants. */
const FILE_SCOPES = ['files:read'];
const FILE_EVENTS = ['file_shared'];

/** The manifest to create the Slack app from: with the least rights, or with those to read files that people post to it. */
export function appManifest({ fileUploads }: { readonly fileUploads: boolean }): AppManifest {
  if (!fileUploads) return manifest;
  const { features, oauth_config: oauth, settings } = manifest;
  const { event_subscriptions: events } = settings;
  return {
    ...manifest,
    features: { ...features, app_home: { ...features.app_home, messages_tab_read_only_enabled: false } },
    oauth_config: { ...oauth, scopes: { bot: [...oauth.scopes.bot, ...FILE_SCOPES].toSorted() } },
    settings: {
      ...settings,
      event_subscriptions: { ...events, bot_events: [...events.bot_events, ...FILE_EVENTS].toSorted() },
    },
  };
}
