const PATIENCE_MS = 10_000;

/**
 * Answers at a `response_url` that came with an earlier press; Slack takes five answers within 30 minutes of it. Throws
 * when Slack does not take it.
 */
export async function postToUrl(responseUrl: string, message: object): Promise<void> {
  const response = await fetch(responseUrl, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!response.ok) throw new Error(`Slack did not take the answer: HTTP ${response.status}.`);
}
