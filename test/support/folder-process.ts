/**
 * A process that opens the data folder it is given and writes pairs of rows into it, each pair in one transaction,
 * until it is killed or told to stop by the end of its input. Prints `open`, then each pair's number once it is
 * committed. Run by the tests of the shared data folder; its arguments are the folder and a name for its rows.
 */
import { sql } from 'kysely';
import { connect } from '../../bot/store/connect.ts';

const [dataDir = '', writer = ''] = process.argv.slice(2);
const connection = await connect({ dataDir });
const { db } = connection;
await sql`create table if not exists pair (writer text, number int, half int)`.execute(db);
process.stdout.write('open\n');
const state = { isStopping: false };
process.stdin.on('end', () => {
  state.isStopping = true;
});
process.stdin.resume();
for (let number = 1; !state.isStopping; number++) {
  await db.transaction().execute(async (trx) => {
    await sql`insert into pair values (${writer}, ${number}, 1)`.execute(trx);
    await sql`insert into pair values (${writer}, ${number}, 2)`.execute(trx);
  });
  process.stdout.write(`${number}\n`);
}
await connection.close();
