import { type AddOn, addOnOf } from '../../bot/local/workbook/add-on.ts';
import { type BuiltFiles, builtFiles } from '../../sheets-addon/build.ts';

let files: Promise<BuiltFiles> | undefined;
let addOn: Promise<AddOn> | undefined;

/** The add-on's files, built out of the sources as they are; once for all tests of a file. */
export function builtAddOnFiles(): Promise<BuiltFiles> {
  files ??= builtFiles();
  return files;
}

/** The add-on built out of the sources as they are, ready to run. */
export function builtAddOn(): Promise<AddOn> {
  addOn ??= builtAddOnFiles().then((built) =>
    addOnOf(built['Code.js'], built['appsscript.json'], new Map([['sidebar', built['sidebar.html']]])),
  );
  return addOn;
}
