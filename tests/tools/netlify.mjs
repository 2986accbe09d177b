// Print what Netlify understands of the netlify.toml in a folder, as JSON.
import { resolveConfig } from "@netlify/config";

const { config } = await resolveConfig({ repositoryRoot: process.argv[2], offline: true, logs: { stdout: [], stderr: [] } });
console.log(JSON.stringify({ build: config.build, headers: config.headers, redirects: config.redirects }));
