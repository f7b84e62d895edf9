/** A line of a menu. */
export type MenuEntry =
  | { readonly kind: 'item'; readonly caption: string; readonly functionName: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly caption: string; readonly entries: readonly MenuEntry[] };

/** A menu as the script added it; no caption: the add-on's own, under the add-on's name in *Extensions*. */
export interface AddedMenu {
  readonly caption: string | null;
  readonly entries: readonly MenuEntry[];
}

/** What the script shows: a sidebar (300 pixels wide), a dialog (sizes in pixels, null for the usual one) or a passing word. */
export type ShownPage =
  | { readonly kind: 'toast'; readonly text: string }
  | { readonly kind: 'sidebar'; readonly title: string; readonly html: string }
  | {
      readonly kind: 'modal' | 'modeless';
      readonly title: string;
      readonly html: string;
      readonly width: number | null;
      readonly height: number | null;
    };

/** A question for which the script waits. */
export interface AlertRequest {
  readonly title: string;
  readonly prompt: string;
  readonly buttons: 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';
}

/** How a person answers one: with a button, or by closing it. */
export type AlertAnswer = 'CLOSE' | 'OK' | 'CANCEL' | 'YES' | 'NO';
