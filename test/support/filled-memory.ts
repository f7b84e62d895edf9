import { MemoryFS, PGlite } from '@electric-sql/pglite';
import { tarEntries } from '../../bot/store/unpack-database.ts';

/**
 * What a PGlite in memory is opened on, filled with a tar archive of its data folder. PGlite's own `loadDataDir` copies the
 * archive several times and looks for the folders of each file anew, which takes longer than opening the database.
 */
export class FilledMemory extends MemoryFS {
  private readonly archive: Buffer;

  constructor(archive: Buffer) {
    super();
    this.archive = archive;
  }

  override async initialSyncFs(): Promise<void> {
    const { FS } = this.pg?.Module ?? {};
    if (FS === undefined) throw new Error('PGlite has no files yet.');
    FS.mkdirTree(PGlite.paths.PGDATA);
    for (const { name, isFolder, content } of tarEntries(this.archive)) {
      const place = `${PGlite.paths.PGDATA}/${name}`;
      if (isFolder) FS.mkdirTree(place);
      // A copy that becomes the file: the archive stays as it is for the next one.
      else FS.writeFile(place, new Uint8Array(content), { canOwn: true });
    }
  }
}
