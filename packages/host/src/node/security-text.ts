/** The file is made for each request, so it states an end that is never far: contacts that are not maintained lapse. */
export function securityText(contact: string, nowMilliseconds: number): string {
  const expires = new Date(nowMilliseconds + SECURITY_TEXT_DAYS * 86_400_000).toISOString().slice(0, 10);
  return `Contact: ${contact}\nExpires: ${expires}T00:00:00Z\nPreferred-Languages: en, zh\n`;
}

const SECURITY_TEXT_DAYS = 180;
