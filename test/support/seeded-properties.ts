import * as fc from 'fast-check';

/** Properties look at the same examples in every run, unless `TIERBOOK_SEED` asks for others: what fails, fails again. */
fc.configureGlobal({ seed: Number(process.env['TIERBOOK_SEED'] ?? 20_261_126) });
