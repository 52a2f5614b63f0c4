import type { Handlers } from "../mount.ts";
import { alreadySetUp, wrongPassword, wrongSetupToken } from "../problems.ts";
import type { Services } from "./services.ts";

type Names = "health" | "status" | "setUp" | "signIn" | "signOut";

export const sessionHandlers = ({ people, version }: Services): Pick<Handlers, Names> => ({
  health: () => ({ ok: true, version }),
  status: (_, { person }) => ({ setUp: people.isSetUp(), person }),
  async setUp({ body }, { setCookies }) {
    if (people.isSetUp()) throw alreadySetUp();
    if (!people.isSetupToken(body.token.trim())) throw wrongSetupToken();
    const owner = await people.createOwner(body.name, body.email, body.password);
    if (!owner) throw alreadySetUp();
    setCookies(owner.cookies);
    return owner.person;
  },
  async signIn({ body }, { setCookies }) {
    const signedIn = await people.signIn(body.email, body.password);
    if (!signedIn) throw wrongPassword();
    setCookies(signedIn.cookies);
    return signedIn.person;
  },
  async signOut(_, { headers, setCookies }) {
    setCookies(await people.signOut(headers));
    return { ok: true };
  },
});
