import type { GuestParts, RangeState } from './guest-parts.ts';
import type { EnumValue } from './service-enum.ts';
import { WRAP_STRATEGIES } from './sheets-enums.ts';
import type { FormatName } from './spreadsheet-host.ts';
import { type Argument, gridOf, oneOf, type Signature, takes, text, textOrNull, yesNo } from './strict-service.ts';

type Methods = { [method: string]: readonly Signature<RangeState>[] };

/** A look that a range tells and takes: `Background` as getBackground, getBackgrounds, setBackground, setBackgrounds. */
interface Look {
  readonly one: string;
  readonly many: string;
  readonly format: FormatName;
  readonly takes: Argument<string | null>;
}

const LOOKS: readonly Look[] = [
  { one: 'Background', many: 'Backgrounds', format: 'background', takes: textOrNull },
  { one: 'FontColor', many: 'FontColors', format: 'fontColor', takes: textOrNull },
  { one: 'FontWeight', many: 'FontWeights', format: 'fontWeight', takes: orNull(oneOf('bold', 'normal')) },
  { one: 'FontStyle', many: 'FontStyles', format: 'fontStyle', takes: orNull(oneOf('italic', 'normal')) },
  {
    one: 'HorizontalAlignment',
    many: 'HorizontalAlignments',
    format: 'horizontalAlignment',
    takes: orNull(oneOf('left', 'center', 'right', 'normal')),
  },
  {
    one: 'VerticalAlignment',
    many: 'VerticalAlignments',
    format: 'verticalAlignment',
    takes: orNull(oneOf('top', 'middle', 'bottom')),
  },
  { one: 'NumberFormat', many: 'NumberFormats', format: 'numberFormat', takes: text },
];

/**
 * The methods of Range that tell and change how cells look: those of `LOOKS`, and wrapping. Null or `normal` is the sheet's
 * default again (documented); what a default reads as is observed.
 */
export function rangeFormats(parts: GuestParts): Methods {
  const { host } = parts;
  const methods: Methods = {};
  const change = (
    state: RangeState,
    self: object,
    format: FormatName,
    looks: readonly (readonly (string | null)[])[],
  ) => {
    host.setFormats(state, format, looks);
    return self;
  };
  const first = (state: RangeState, format: FormatName) =>
    host.formats({ ...state, rows: 1, columns: 1 }, format)[0]?.[0] ?? '';
  for (const { one, many, format, takes: look } of LOOKS) {
    methods[`get${one}`] = [takes([], ({ state }) => first(state, format))];
    methods[`get${many}`] = [takes([], ({ state }) => host.formats(state, format))];
    methods[`set${one}`] = [
      takes([look], ({ state, self }, wanted) => change(state, self, format, everywhere(state, wanted))),
    ];
    methods[`set${many}`] = [takes([gridOf(look)], ({ state, self }, looks) => change(state, self, format, looks))];
  }
  const strategy = (word: string) => WRAP_STRATEGIES.of(word as 'WRAP' | 'OVERFLOW' | 'CLIP');
  const named = (value: EnumValue) => value.name();
  return {
    ...methods,
    getWrapStrategy: [takes([], ({ state }) => strategy(first(state, 'wrap')))],
    getWrapStrategies: [takes([], ({ state }) => host.formats(state, 'wrap').map((line) => line.map(strategy)))],
    setWrapStrategy: [
      takes([WRAP_STRATEGIES.argument], ({ state, self }, wanted) =>
        change(state, self, 'wrap', everywhere(state, named(wanted))),
      ),
    ],
    setWrapStrategies: [
      takes([gridOf(WRAP_STRATEGIES.argument)], ({ state, self }, wanted) =>
        change(
          state,
          self,
          'wrap',
          wanted.map((line) => line.map(named)),
        ),
      ),
    ],
    getWrap: [takes([], ({ state }) => first(state, 'wrap') === 'WRAP')],
    setWrap: [
      takes([yesNo], ({ state, self }, isWrapped) =>
        change(state, self, 'wrap', everywhere(state, isWrapped ? 'WRAP' : 'OVERFLOW')),
      ),
    ],
  };
}

function everywhere(state: RangeState, look: string | null): (string | null)[][] {
  return Array.from({ length: state.rows }, () => Array.from({ length: state.columns }, () => look));
}

function orNull(argument: Argument<string>): Argument<string | null> {
  return { name: argument.name, fits: (value): value is string | null => value === null || argument.fits(value) };
}
