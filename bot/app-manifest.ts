import manifest from './manifest.json' with { type: 'json' };

/** A Slack app's manifest, as far as Tierbook uses it. */
export type AppManifest = Omit<typeof manifest, 'features'> & {
  readonly features: typeof manifest.features & {
    /** Left out, nobody can write to the app. */
    readonly app_home?: {
      readonly home_tab_enabled: boolean;
      readonly messages_tab_enabled: boolean;
      readonly messages_tab_read_only_enabled: boolean;
    };
  };
};

/** The scope, the event and the open direct message that taking files wants. */
const FILE_SCOPES = ['files:read'];
const FILE_EVENTS = ['file_shared'];
const OPEN_MESSAGES = {
  home_tab_enabled: false,
  messages_tab_enabled: true,
  messages_tab_read_only_enabled: false,
};

/** The manifest to create the Slack app from: with the least rights, or with those to read files that people post to it. */
export function appManifest({ fileUploads }: { readonly fileUploads: boolean }): AppManifest {
  if (!fileUploads) return manifest;
  const { features, oauth_config: oauth, settings } = manifest;
  const { event_subscriptions: events } = settings;
  return {
    ...manifest,
    features: { ...features, app_home: OPEN_MESSAGES },
    oauth_config: { ...oauth, scopes: { bot: [...oauth.scopes.bot, ...FILE_SCOPES].toSorted() } },
    settings: {
      ...settings,
      event_subscriptions: { ...events, bot_events: [...events.bot_events, ...FILE_EVENTS].toSorted() },
    },
  };
}
