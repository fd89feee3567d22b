import { regex } from '../../src/scorers/regex.ts';
import { testVectors } from './vectors.ts';

testVectors(regex, 15);
