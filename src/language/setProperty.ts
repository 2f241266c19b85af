export { setProperty } from '../document/writing/setProperty.ts';
