import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cli, type KeptOpen, keepOpen } from '../../support/cli.ts';

let folder: string;
let env: Readonly<Record<string, string>>;
let kept: KeptOpen;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tierbook-cli-'));
  env = { TIERBOOK_DATA_DIR: join(folder, 'data') };
  kept = await keepOpen(join(folder, 'data'));
  await importTable('Customer no,Customer,Sales,Collection rate\nK1,Ames Ltd,1200,99%\nK2,Brook GmbH,10,20%\n');
});
afterAll(async () => {
  await kept.close();
  await rm(folder, { recursive: true });
});

async function importTable(content: string) {
  const path = join(folder, 'customers.csv');
  await writeFile(path, content);
  return cli(['import', path], { env });
}

describe('what is on file of a customer', () => {
  test('add names likely duplicates first, and adds with --force', async () => {
    const known = await cli(['add', 'Ames GmbH'], { env });
    expect(known).toMatchObject({ exitCode: 2, stdout: '' });
    expect(known.stderr).toContain('Ames Ltd (K1)');
    const added = await cli(['add', 'Ames GmbH', '--force', '--key', 'K3', '--stage', '客户'], { env });
    expect(added).toMatchObject({ exitCode: 0, stdout: 'Ames GmbH is on file now.\n' });
    expect((await cli(['add', 'X', '--key', 'k3', '--force'], { env })).stderr).toContain('Ames GmbH has this number');
    expect((await cli(['add', 'X', '--stage', 'whatever'], { env })).exitCode).toBe(2);
  });

  test('edit changes basic data and figures, says the move, and refuses what cannot be read before anything changes', async () => {
    const wrong = await cli(['edit', 'K1', 'region=Lyon', 'sales=plenty'], { env });
    expect(wrong).toMatchObject({ exitCode: 2, stdout: '' });
    expect(wrong.stderr).toContain('32,000 or 3.2万');
    expect((await cli(['edit', 'K1', 'altitude=3'], { env })).stderr).toContain('altitude');
    expect((await cli(['edit', 'K1', 'nothing'], { env })).stderr).toContain('region=Lyon');
    const edited = await cli(['edit', 'K1', 'name=Ames & Sons', '销售额=0.0001万', 'collection rate=1%'], { env });
    expect(edited.stdout).toMatch(/^Ames Ltd is saved\. A → [BCD]\nAmes & Sons is saved\.\n$/);
    expect((await cli(['edit', 'k1', 'name=Ames & Sons'], { env })).stdout).toContain('Nothing of Ames & Sons');
  });

  test('archive wants a reason, an import says so, and bring-back undoes it', async () => {
    expect((await cli(['archive', 'K2'], { env })).exitCode).toBe(2);
    expect((await cli(['archive', 'K2', '--reason', 'closed down'], { env })).stdout).toMatch(
      /^Brook GmbH is archived\./,
    );
    const again = await importTable('Customer no,Customer,Sales\nK2,Brook GmbH,11\n');
    expect(again.stderr).toContain('Row 2, Brook GmbH: is archived and stays so.');
    expect((await cli(['bring-back', 'K2'], { env })).stdout).toContain('Brook GmbH is graded and followed up again.');
    expect((await cli(['bring-back', 'K2'], { env })).stderr).toContain('not archived');
  });

  test('contacts are listed, added, changed and removed', async () => {
    const contacts = (...args: string[]) => cli(['contacts', 'K2', ...args], { env });
    expect((await contacts()).stderr).toContain('No contacts yet');
    expect((await contacts('add')).stderr).toContain('at least a name');
    await contacts('add', '--name', 'Ann', '--phone', '021 555 0101', '--role', 'cio');
    expect((await contacts('add', '--name', 'Bob', '--phone', '(021) 5550101')).stderr).toContain(
      'Ann has this number',
    );
    await contacts('edit', 'ann', '--email', 'Ann@Example.com', '--birthday', '1985-03-31');
    expect((await contacts()).stdout).toBe('1\tAnn\tCIO\t021 555 0101\tAnn@Example.com\t1985-03-31\t–\n');
    expect((await contacts('edit', '2', '--name', 'x')).stderr).toContain('1 Ann');
    expect((await contacts('remove', '1')).stdout).toBe('Ann is off file.\n');
    expect((await contacts('paint')).exitCode).toBe(2);
    expect((await contacts('paint')).stderr).toContain('Say add, edit or remove');
    expect((await contacts('add', 'Li Lei')).stderr).toContain('--name "Li Lei"');
    expect((await contacts('remove')).stderr).toContain('Say which contact: contacts CUSTOMER remove 1');
  });

  test('purchases are added and listed', async () => {
    const add = (...args: string[]) => cli(['purchases', 'add', 'K2', ...args], { env });
    expect((await add('--amount', 'much')).stderr).toContain('as a number');
    expect((await add('--amount', '5', '--on', '2099-01-01')).stderr).toContain('today or before');
    expect((await add('--amount', '3.2万', '--on', '2026-01-05', '--product', 'Pumps')).stdout).toContain(
      'is on file.',
    );
    expect((await cli(['purchases', 'list', 'K2'], { env })).stdout).toBe('5 Jan 2026\t32,000\tPumps\t\t\n');
  });

  test('the latest import is undone, and only that', async () => {
    const imported = await importTable('Customer no,Customer,Sales\nK1,Ames Ltd,7\nK9,Nine,9\n');
    const [, id = ''] = /To undo: import --undo (\S+)/.exec(imported.stderr) ?? [];
    expect((await cli(['import', '--undo', '01890000-0000-7000-8000-000000000000'], { env })).exitCode).toBe(2);
    const undone = await cli(['import', '--undo', id], { env });
    expect(undone.stdout).toBe('The import is undone: 1 added customer removed, 1 put back as before.\n');
    expect((await cli(['import', '--undo'], { env })).stderr).toContain('There is no import that can be undone');
    expect((await cli(['import'], { env })).exitCode).toBe(2);
  });
});
