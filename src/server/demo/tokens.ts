import { Hono } from 'hono';
import { SignJWT } from 'jose';
import { demoPeople, demoSite, type DemoPerson } from './people.js';

/** How long a token of the demo is good, in seconds: as short as a careful site would have it. */
const life = 15 * 60;

export function signToken({ id, name, role }: DemoPerson, secret: string): Promise<string> {
  return new SignJWT({ name, role })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(id)
    .setAudience(demoSite)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1_000) + life)
    .sign(new TextEncoder().encode(secret));
}

/**
 * `GET /token?as=mia`: what a site's own server gives to its signed-in visitor. The demo takes
 * everybody's word for who they are.
 */
export const tokenRoutes = (secret: string): Hono =>
  new Hono().get('/token', async (context) => {
    const person = demoPeople.get(context.req.query('as') ?? '');
    context.header('cache-control', 'no-store');
    if (!person) return context.text('There is nobody of that name in the demo.', 404);
    return context.text(await signToken(person, secret));
  });
