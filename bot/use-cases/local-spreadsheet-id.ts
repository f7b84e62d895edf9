/** The id of the local workspace's one workbook, as long as Google's are. */
export const LOCAL_SPREADSHEET_ID = 'tierbook-local-workbook';
