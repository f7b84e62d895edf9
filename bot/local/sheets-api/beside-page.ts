import type { RequestListener } from 'node:http';
import { LOCAL_SPREADSHEET_ID } from '../../use-cases/local-spreadsheet-id.ts';
import { isSheetsApiPath } from './api-paths.ts';

/** Where the workbook would be at Google's: an address that can be pasted wherever a sheet's is wanted. */
const WORKBOOK_PATH = `/spreadsheets/d/${LOCAL_SPREADSHEET_ID}`;

/** The Sheets API on the port of the page. A browser that goes to the workbook's address gets to the page *Sheet*. */
export function besidePage(google: RequestListener, page: RequestListener): RequestListener {
  return (request, response) => {
    const [pathname = '/'] = (request.url ?? '/').split('?', 1);
    if (isSheetsApiPath(pathname)) google(request, response);
    else if (pathname === WORKBOOK_PATH || pathname.startsWith(`${WORKBOOK_PATH}/`))
      response.writeHead(302, { location: '/sheet' }).end();
    else page(request, response);
  };
}
