(await import("./zzarchive.ts")).archive();
