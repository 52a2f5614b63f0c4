export const turnOff = {
  title: "“{{name}}” is off",
  underWay_one: "Nothing starts it any more. {{count}} run that began before is under way or waits.",
  underWay_other: "Nothing starts it any more. {{count}} runs that began before are under way or wait.",
  help: "You can let its steps be carried out to the end, or stop where they stand. What was done stays done.",
  finish_one: "Let it finish",
  finish_other: "Let the {{count}} finish",
  stop_one: "Stop it",
  stop_other: "Stop the {{count}}",
  stopping_one: "{{count}} run is being stopped; the list of runs shows it.",
  stopping_other: "{{count}} runs are being stopped; the list of runs shows how far it is.",
} as const;
