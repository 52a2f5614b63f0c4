import { z } from "zod";
import { route } from "./route.ts";

export const Person = z.object({ id: z.string(), name: z.string(), email: z.string() });
export type Person = z.infer<typeof Person>;

const password = z.string().min(12).max(128);

export const sessionRoutes = {
  health: route({
    method: "get",
    path: "/health",
    access: "public",
    summary: "Answers as soon as the server accepts requests",
    answer: z.object({ ok: z.literal(true), version: z.string() }),
  }),
  status: route({
    method: "get",
    path: "/api/status",
    access: "public",
    summary: "Whether an owner exists yet, and who is signed in",
    answer: z.object({ setUp: z.boolean(), person: Person.nullable() }),
  }),
  setUp: route({
    method: "post",
    path: "/api/setup",
    access: "public",
    summary: "Create the owner, once, with the token printed at start; signs in",
    body: z.object({
      token: z.string().max(200),
      name: z.string().trim().min(1).max(120),
      email: z.email().max(254),
      password,
    }),
    answer: Person,
  }),
  signIn: route({
    method: "post",
    path: "/api/session",
    access: "public",
    summary: "Sign in",
    body: z.object({ email: z.email().max(254), password: z.string().max(128) }),
    answer: Person,
  }),
  signOut: route({
    method: "delete",
    path: "/api/session",
    access: "member",
    summary: "Sign out",
    answer: z.object({ ok: z.literal(true) }),
  }),
};
