import { PGlite } from '@electric-sql/pglite';
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';

let t = Date.now();
const lap = (s: string) => {
  console.log(s, Date.now() - t);
  t = Date.now();
};
const p = await PGlite.create({ extensions: { pg_trgm, btree_gin } });
lap('create');
const f = await p.dumpDataDir('none');
lap('dump');
console.log(f.size);
const g = await p.dumpDataDir('gzip');
lap('dump gz');
console.log(g.size);
const q = await PGlite.create({ loadDataDir: f, extensions: { pg_trgm, btree_gin } });
lap('load');
const c = await p.clone();
lap('clone');
