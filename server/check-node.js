// Plain JavaScript in the oldest syntax, so that any Node can read it far enough to say what is wrong.
const wanted = [22, 22];
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) {
  console.error(
    "Switchboard needs Node " +
      wanted.join(".") +
      " or newer, and this is Node " +
      process.versions.node +
      ". " +
      "On Linux x64 `npm ci` brings a fitting one by itself (unless optional packages are left out); " +
      "elsewhere install it from https://nodejs.org and try again.",
  );
  process.exit(1);
}
