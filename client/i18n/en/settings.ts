export const settings = {
  title: "Settings",
  name: "Name",
  email: "E-mail",
  languageHelp: "For this browser. What your workflows write to customers does not change.",
  appearanceHelp: "For this browser.",
  api: "For developers",
  apiHelp: "Everything that these screens do, a program can do too.",
  apiLink: "Description of the API",
} as const;
