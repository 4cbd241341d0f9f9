/** The routes of the contract, answered from the in-memory world. */

import { CAMPAIGNS } from "./routes/campaigns";
import { MESSAGES } from "./routes/messages";
import { PEOPLE } from "./routes/people";
import { SEGMENTS } from "./routes/segments";
import { SESSION } from "./routes/session";
import { WORKSPACE } from "./routes/workspace";

export const ROUTES = [...SESSION, ...WORKSPACE, ...PEOPLE, ...SEGMENTS, ...CAMPAIGNS, ...MESSAGES];
