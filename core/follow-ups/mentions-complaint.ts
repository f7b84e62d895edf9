/**
 * Whether a note says that the customer complains ("they complained about late delivery", 客户投诉交货太慢). A note that says
 * that nobody does ("no complaints", 没有投诉) does not.
 */
export function mentionsComplaint(note: string): boolean {
  return COMPLAINS.test(note.replaceAll(DOES_NOT, ''));
}

const COMPLAINS = /\bcomplain(?:s|ed|ing|ts?)?\b|投诉|投訴|客诉|客訴|抱怨/iu;
const DOES_NOT =
  /\b(?:no|not|without|never|nobody|zero|0|\w+n['’]t)\b(?:\s+(?:a|any|have|had|further|more|new|open|other|single|really|to)\b)*\s+complain(?:s|ed|ing|ts?)?\b|(?:没有?|沒有?|无|無|未|零|不再?)(?:什么|什麼|任何|再|新的?|其他)*(?:投诉|投訴|客诉|客訴|抱怨)/giu;
