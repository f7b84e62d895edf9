import type { ByLanguage } from './language.ts';

/** What is wrong with the database, for the sentence that a person is told. */
export type DatabaseErrorCode =
  /** No server answers, or it is starting or stopping: worth another try. */
  | 'unreachable'
  /** The server refuses the user or the password: trying again does not help. */
  | 'refused'
  /** The server has no database of that name. */
  | 'no-such-database'
  /** PostgreSQL before 15. */
  | 'too-old'
  /** The database cannot hold every character, as UTF-8 can. */
  | 'wrong-encoding'
  /** The data folder is in use by another process that does not answer. */
  | 'folder-in-use'
  /** The data folder cannot be made, read or written. */
  | 'folder-unusable'
  /** There is no room left where the data folder is. */
  | 'disk-full'
  /** The process that has the data folder open went away, or took the connection back. */
  | 'connection-lost'
  /** A migration failed; nothing of it was kept. */
  | 'migration-failed'
  /** The database was migrated by a newer Tierbook. */
  | 'newer-database';

/**
 * The sentence for each code: what is wrong, and what to do.
 *
 * @param detail names the server, the folder, the version, the encoding or the migration
 */
export const DATABASE_ERROR_TEXT: ByLanguage<Readonly<Record<DatabaseErrorCode, (detail: string) => string>>> = {
  en: {
    unreachable: (detail) =>
      `The database does not answer (${detail}). Start it, or correct host and port in DATABASE_URL.`,
    refused: (detail) => `The database refuses the connection (${detail}). Check user and password in DATABASE_URL.`,
    'no-such-database': (detail) =>
      `The server has no such database (${detail}). Create it with encoding UTF8, or correct its name in DATABASE_URL.`,
    'too-old': (detail) =>
      `PostgreSQL 15 or later is needed, and this is ${detail}. Update it, or give another server in DATABASE_URL.`,
    'wrong-encoding': (detail) =>
      `The database cannot hold Chinese beside other text, since its encoding is ${detail}. Create one with encoding UTF8 and give it in DATABASE_URL.`,
    'folder-in-use': (detail) =>
      `Another process uses the data folder and does not answer (${detail}). Stop it, then try again.`,
    'folder-unusable': (detail) =>
      `The data folder cannot be used (${detail}). Check TIERBOOK_DATA_DIR and its permissions.`,
    'disk-full': (detail) => `The disk is full (${detail}). Make room where the data folder is, then try again.`,
    'connection-lost': (detail) =>
      `The running Tierbook that has the data folder open closed the connection (${detail}). Try again.`,
    'migration-failed': (detail) =>
      `The database could not be migrated, and nothing was changed (${detail}). Check that its user may change tables, then run “migrate”.`,
    'newer-database': (detail) => `The database was made by a newer version of Tierbook (${detail}). Update Tierbook.`,
  },
  'zh-CN': {
    unreachable: (detail) => `数据库没有响应（${detail}）。请启动数据库，或更正 DATABASE_URL 中的主机和端口。`,
    refused: (detail) => `数据库拒绝连接（${detail}）。请检查 DATABASE_URL 中的用户名和密码。`,
    'no-such-database': (detail) =>
      `服务器上没有这个数据库（${detail}）。请以 UTF8 编码新建，或更正 DATABASE_URL 中的数据库名称。`,
    'too-old': (detail) =>
      `需要 PostgreSQL 15 或更高版本，目前是 ${detail}。请升级，或在 DATABASE_URL 中填写其他服务器。`,
    'wrong-encoding': (detail) =>
      `数据库的编码是 ${detail}，无法同时保存中文和其他文字。请以 UTF8 编码新建数据库，并填入 DATABASE_URL。`,
    'folder-in-use': (detail) => `另一个进程正在使用数据文件夹，但没有响应（${detail}）。请先停止它，然后重试。`,
    'folder-unusable': (detail) => `无法使用数据文件夹（${detail}）。请检查 TIERBOOK_DATA_DIR 及其权限。`,
    'disk-full': (detail) => `磁盘已满（${detail}）。请在数据文件夹所在的磁盘上腾出空间，然后重试。`,
    'connection-lost': (detail) => `正在使用数据文件夹的 Tierbook 关闭了连接（${detail}）。请重试。`,
    'migration-failed': (detail) =>
      `数据库升级失败，没有任何改动（${detail}）。请确认数据库用户有权修改表结构，然后运行 migrate。`,
    'newer-database': (detail) => `这个数据库由更新版本的 Tierbook 创建（${detail}）。请升级 Tierbook。`,
  },
  'zh-TW': {
    unreachable: (detail) => `資料庫沒有回應（${detail}）。請啟動資料庫，或更正 DATABASE_URL 中的主機和連接埠。`,
    refused: (detail) => `資料庫拒絕連線（${detail}）。請檢查 DATABASE_URL 中的使用者名稱和密碼。`,
    'no-such-database': (detail) =>
      `伺服器上沒有這個資料庫（${detail}）。請以 UTF8 編碼新建，或更正 DATABASE_URL 中的資料庫名稱。`,
    'too-old': (detail) =>
      `需要 PostgreSQL 15 或更新版本，目前是 ${detail}。請升級，或在 DATABASE_URL 中填寫其他伺服器。`,
    'wrong-encoding': (detail) =>
      `資料庫的編碼是 ${detail}，無法同時儲存中文和其他文字。請以 UTF8 編碼新建資料庫，並填入 DATABASE_URL。`,
    'folder-in-use': (detail) => `另一個程序正在使用資料目錄，但沒有回應（${detail}）。請先停止它，然後重試。`,
    'folder-unusable': (detail) => `無法使用資料目錄（${detail}）。請檢查 TIERBOOK_DATA_DIR 及其權限。`,
    'disk-full': (detail) => `磁碟已滿（${detail}）。請在資料目錄所在的磁碟上騰出空間，然後重試。`,
    'connection-lost': (detail) => `正在使用資料目錄的 Tierbook 關閉了連線（${detail}）。請重試。`,
    'migration-failed': (detail) =>
      `資料庫升級失敗，沒有任何變更（${detail}）。請確認資料庫使用者有權修改資料表結構，然後執行 migrate。`,
    'newer-database': (detail) => `這個資料庫由更新版本的 Tierbook 建立（${detail}）。請升級 Tierbook。`,
  },
};
