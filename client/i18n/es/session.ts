import type { session as en } from "../en/session.ts";
import type { Words } from "../words.ts";

export const session = {
  setUpTitle: "Configura Switchboard",
  setUpLead: "Crea la primera cuenta. Solo se hace una vez.",
  setUp: "Crear la cuenta",
  signInTitle: "Iniciar sesión",
  signInLead: "Sigue con tus flujos.",
  signIn: "Iniciar sesión",
  name: "Tu nombre",
  email: "Correo electrónico",
  emailHelp: "Con él inicias sesión. No se envía nada a esta dirección.",
  password: "Contraseña",
  showPassword: "Mostrar la contraseña",
  passwordHelp: "Al menos 12 caracteres. Una frase corta se recuerda bien.",
  passwordMore_one: "Falta 1 carácter.",
  passwordMore_many: "Faltan {{count}} caracteres.",
  passwordMore_other: "Faltan {{count}} caracteres.",
  passwordEnough: "Suficientemente larga.",
  token: "Código de configuración",
  tokenHelp:
    "Se mostró en la terminal al iniciar Switchboard. Demuestra que este servidor es tuyo y solo sirve una vez.",
  nameMissing: "Escribe tu nombre.",
  emailWrong: "Escribe una dirección completa, por ejemplo ana@example.com.",
  passwordMissing: "Escribe tu contraseña.",
  passwordShort: "Escribe al menos 12 caracteres y como máximo 128.",
  tokenMissing: "Copia el código de la terminal en la que se inició Switchboard.",
} satisfies Words<typeof en>;
