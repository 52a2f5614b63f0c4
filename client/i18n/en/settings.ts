export const settings = {
  title: "Settings",
  name: "Name",
  email: "E-mail",
  languageHelp: "For this browser. What your workflows write to customers does not change.",
  appearanceHelp: "For this browser.",
  api: "For developers",
  apiHelp: "Everything that these screens do, a program can do too.",
  apiLink: "Description of the API",
  limits: "Against loops and floods",
  limitsHelp:
    "What workflows do by themselves at most within 10 minutes. Beyond that they stop and say so, and a workflow that has run away is paused.",
  limit_actions: "Automatic actions in one conversation",
  limit_actions_help:
    "What one event sets off is always finished; the next has to wait. What you run by hand does not count.",
  limit_runs: "Runs of one workflow that are never too many",
  limit_runs_help: "Beyond that, 20 times what is usual for it within 10 minutes is a flood.",
  limitRange: "A whole number from 1 to {{most}}.",
  limitsSave: "Save",
  limitsSaved: "Saved.",
} as const;
