export { Beckon, type Options, type Traits } from "./client";
