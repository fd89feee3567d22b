export { unpackZip } from './unpack.ts';
export { zipFolder } from './write.ts';
